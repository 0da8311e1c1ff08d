/** Pictures as old programs write them; black (0) and one colour (1). */

const colours: readonly (readonly [blue: number, green: number, red: number])[] = [
  [0, 0, 0],
  [100, 200, 255],
];

/** A BMP, from the bottom up, as most are. */
export function bmp(bits: 1 | 4 | 8 | 24 | 32, rows: readonly (readonly (0 | 1)[])[]): Uint8Array {
  const palette = bits < 24 ? Buffer.from(colours.flatMap((colour) => [...colour, 0])) : Buffer.alloc(0);
  const lines = rows.toReversed().map((row) => lineOf(row, bits));
  const head = Buffer.alloc(54);
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(head.length + palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(rows[0]?.length ?? 0, 18);
  head.writeInt32LE(rows.length, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(palette.length / 4, 46);
  return Buffer.concat([head, palette, ...lines]);
}

function lineOf(row: readonly (0 | 1)[], bits: number): Buffer {
  const line = Buffer.alloc(Math.ceil((row.length * bits) / 32) * 4);
  for (const [x, colour] of row.entries()) {
    const byte = Math.floor((x * bits) / 8);
    if (bits >= 24) line.set(colours[colour] ?? [], byte);
    else line[byte] = (line[byte] ?? 0) | (colour << (8 - bits - ((x * bits) % 8)));
  }
  return line;
}

/** An EMF of 8 × 4 cm that is a black rectangle (MS-EMF: header, a brush, a rectangle, the end). */
export function emf(): Uint8Array {
  const brush = record(37, [0x8000_0004]);
  const rectangle = record(43, [0, 0, 800, 400]);
  const end = record(14, [0, 0, 20]);
  const head = Buffer.alloc(108);
  const size = head.length + brush.length + rectangle.length + end.length;
  const fields = [1, 108, 0, 0, 800, 400, 0, 0, 8_000, 4_000, 0x464d_4520, 0x1_0000, size, 4];
  for (const [n, value] of fields.entries()) head.writeUInt32LE(value, 4 * n);
  // the device: 1,000 × 1,000 dots on 100 × 100 mm
  for (const [n, value] of [1_000, 1_000, 100, 100].entries()) head.writeUInt32LE(value, 72 + 4 * n);
  head.writeUInt16LE(1, 56);
  return Buffer.concat([head, brush, rectangle, end]);
}

function record(type: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * values.length);
  for (const [n, value] of [type, bytes.length, ...values].entries()) bytes.writeUInt32LE(value, 4 * n);
  return bytes;
}
