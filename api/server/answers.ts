import type { IncomingMessage, ServerResponse } from "node:http";

/** What a request asked for and cannot have, outside GraphQL. */
export class BadRequest extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = "BadRequest";
    this.status = status;
    this.headers = headers;
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Refuses what says that it is too long; what does not say is counted as it comes. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    requireLength(request, maxBytes);
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.off("data", take).pause();
      reject(tooLong(maxBytes));
    };
    request
      .on("data", take)
      .on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
      .on("error", reject)
      .on("close", () => request.complete || reject(new BadRequest(400, "The body broke off.")));
  });
}

export function requireLength(request: IncomingMessage, maxBytes: number): void {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLong(maxBytes);
}

function tooLong(maxBytes: number): BadRequest {
  return new BadRequest(413, `The body is longer than ${maxBytes} bytes.`, { connection: "close" });
}
