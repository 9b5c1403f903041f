import { crc32, deflateSync } from "node:zlib";

type Point = readonly [x: number, y: number];
type Shape = { points: readonly Point[]; colour: readonly [number, number, number] };

/** The coalition's sign on a field of 32 by 32, as `portal/app/icon.svg` draws it. */
const FIELD = 32;
const shapes: readonly Shape[] = [
  {
    points: [
      [13, 8],
      [5, 16],
      [13, 24],
      [17, 20],
      [13, 16],
      [17, 12],
    ],
    colour: [251, 250, 246],
  },
  {
    points: [
      [19, 8],
      [15, 12],
      [19, 16],
      [15, 20],
      [19, 24],
      [27, 16],
    ],
    colour: [226, 176, 74],
  },
];
const ground = [47, 63, 158] as const;
/** Looks per pixel and direction, so that slanted edges are smooth. */
const LOOKS = 4;

/** The sign as a PNG of so many pixels either way. */
export function drawSign(pixels: number): Uint8Array {
  const rows = Array.from({ length: pixels }, (_none, y) => {
    const row = Array.from({ length: pixels }, (_nothing, x) => pixelAt(x, y, FIELD / pixels));
    return Buffer.from([0, ...row.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  // Eight bits a colour, three colours, no alpha.
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const content = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([magic, chunk("IHDR", header), chunk("IDAT", content), chunk("IEND", Buffer.alloc(0))]);
}

function pixelAt(x: number, y: number, unit: number): number[] {
  const sum = [0, 0, 0];
  for (let look = 0; look < LOOKS * LOOKS; look += 1) {
    const at: Point = [
      (x + ((look % LOOKS) + 0.5) / LOOKS) * unit,
      (y + (Math.floor(look / LOOKS) + 0.5) / LOOKS) * unit,
    ];
    const { colour } = shapes.find(({ points }) => isInside(at, points)) ?? { colour: ground };
    colour.forEach((part, nth) => {
      sum[nth] = (sum[nth] ?? 0) + part;
    });
  }
  return sum.map((part) => Math.round(part / (LOOKS * LOOKS)));
}

/** A line from the point to the right crosses the edge an odd number of times. */
function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false;
  points.forEach(([ax, ay], nth) => {
    const [bx, by] = points[(nth + 1) % points.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
