/** One neighbour on the way from a leaf to the root: its hash in hexadecimal, and what lies below it. */
export type ProofStep = { hash: string; points: number; side: "LEFT" | "RIGHT" };
export type ProofLeaf = { memberId: string; nonce: string; points: number };

const encoder = new TextEncoder();

/**
 * The root that follows from a leaf and the way up, worked out here and by nobody else: as `BalanceProof` in the
 * contract says. Hash in hexadecimal, and the sum of all.
 */
export async function rootFrom(leaf: ProofLeaf, way: readonly ProofStep[]): Promise<{ hash: string; points: number }> {
  const key = await sha256(encoder.encode(`${leaf.memberId} ${leaf.nonce}`));
  let at = { hash: await sha256(Uint8Array.of(0), key, points(leaf.points)), points: leaf.points };
  for (const step of way) {
    const beside = { hash: bytesOf(step.hash), points: step.points };
    const [left, right] = step.side === "LEFT" ? [beside, at] : [at, beside];
    const parts = [Uint8Array.of(1), left.hash, points(left.points), right.hash, points(right.points)];
    at = { hash: await sha256(...parts), points: left.points + right.points };
  }
  return { hash: hexOf(at.hash), points: at.points };
}

/** Eight bytes, the highest first. Nobody owes a part of a point, or less than none. */
function points(count: number): Uint8Array {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`${count} is no number of points.`);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(count));
  return bytes;
}

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
