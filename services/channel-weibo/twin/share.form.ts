/** The fields of a form in parts; a file as its bytes. */
export async function formOf(
  body: Buffer,
  contentType: string,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const headers = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const fields: Record<string, string | Uint8Array> = {};
  for (const [name, value] of form)
    fields[name] = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
  return fields;
}
