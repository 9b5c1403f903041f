import { createHash } from "node:crypto";
import type { ReportFile, ReportTotals } from "#api/formats/report.ts";
import type { Tally } from "#api/formats/report-cells.ts";

/** The bytes as they are made, hashed and counted on the way. */
export function hashed(made: AsyncIterable<Uint8Array>, tally: Tally): ReportFile {
  const hash = createHash("sha256");
  let byteCount = 0;
  let ended: ReportTotals | null = null;
  return {
    bytes: bytes(),
    totals() {
      if (!ended) throw new Error("A report's totals are known when its last byte has been read.");
      return ended;
    },
  };

  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of made) {
      hash.update(chunk);
      byteCount += chunk.length;
      yield chunk;
    }
    ended = { rowCount: tally.rowCount(), sums: tally.sums(), sha256: hash.digest("hex"), byteCount };
  }
}
