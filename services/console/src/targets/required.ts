/** A field that cannot be left empty, by what it is called. */
export const required = (label: string) => ({
  label,
  rules: [{ required: true, message: `请填写${label}` }],
});
