import { Zip, ZipDeflate } from "fflate";

export type ZipPart = { name: string; content: string | AsyncIterable<string> };

/** Every archive of the same parts is the same; fflate asks the local clock's parts of it. */
const NO_TIME = new Date(1980, 0, 1);
const encoder = new TextEncoder();

/** A zip as it grows: nothing is kept of a part but what the compression still needs. */
export async function* zipOf(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    ready.push(chunk);
  });
  for (const { name, content } of parts) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    zip.add(file);
    for await (const piece of typeof content === "string" ? [content] : content) {
      file.push(encoder.encode(piece));
      yield* drained();
    }
    file.push(new Uint8Array(0), true);
    yield* drained();
  }
  zip.end();
  yield* drained();

  function* drained(): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* ready.splice(0).filter((chunk) => chunk.length > 0);
  }
}
