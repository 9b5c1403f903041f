import { createHash } from "node:crypto";
import type { ExportJob } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";

const PART_BYTES = 256 * 1024;

/** Keeps a file piece by piece, so that its size does not matter; answers its length and SHA-256. */
export async function writeParts(
  deps: Deps,
  { id: jobId, attempt }: ExportJob,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: bigint; hash: string }> {
  const hash = createHash("sha256");
  let size = 0n;
  let seq = 0;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const keep = async () => {
    await deps.db.exportPart.create({ data: { jobId, attempt, seq, content: Buffer.concat(held) } });
    seq += 1;
    held = [];
    heldBytes = 0;
    deps.reach?.("export report: half written");
  };
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += BigInt(chunk.length);
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes >= PART_BYTES) await keep();
  }
  if (heldBytes > 0 || seq === 0) await keep();
  return { size, hash: hash.digest("hex") };
}
