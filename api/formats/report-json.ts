const CHUNK_CHARACTERS = 65_536;
const encoder = new TextEncoder();

/** Things of several kinds, each a JSON object as text, kind after kind in the order of `sections`. */
export type JsonDocument = {
  name: string;
  version: number;
  currency: string;
  /** As of when. */
  at: Date;
  sections: readonly string[];
  rows: AsyncIterable<{ section: string; record: string }>;
};

/** One JSON object: what it is, and under `sections` a list for every kind, also where there is nothing of it. */
export async function* reportJson(document: JsonDocument): AsyncGenerator<Uint8Array> {
  let waiting = "";
  for await (const piece of piecesOf(document)) {
    waiting += piece;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  yield encoder.encode(waiting);
}

async function* piecesOf({ name, version, currency, at, sections, rows }: JsonDocument): AsyncGenerator<string> {
  const head = JSON.stringify({ document: name, version, currency, asOf: at.toISOString() });
  yield `${head.slice(0, -1)},"sections":{`;
  let begun = 0;
  let isFirst = true;
  const begin = () => {
    const opened = `${begun === 0 ? "" : "\n],"}\n${JSON.stringify(sections[begun])}:[`;
    begun += 1;
    isFirst = true;
    return opened;
  };
  for await (const { section, record } of rows) {
    const at = sections.indexOf(section);
    if (at < 0 || at < begun - 1) throw new Error(`${section} is not where it belongs in ${name}.`);
    while (begun <= at) yield begin();
    yield `${isFirst ? "" : ","}\n${record}`;
    isFirst = false;
  }
  while (begun < sections.length) yield begin();
  yield `${begun === 0 ? "" : "\n]"}\n}}\n`;
}
