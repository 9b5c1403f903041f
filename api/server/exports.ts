import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BadRequest } from "#api/server/answers.ts";
import { credentialsOf, type Identify } from "#api/server/identify.ts";
import type { Tokens } from "#api/server/identity/tokens.ts";
import { callerOf, type RateLimits } from "#api/server/rate-limits.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { readExportFile } from "#api/use-cases/exports/read-export-file.ts";
import { ExportNotFound } from "#api/use-cases/exports/refusals.ts";

type Settings = { deps: Deps; identify: Identify; tokens: Tokens; rateLimits: RateLimits };

const mediaTypes: Record<string, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  json: "application/json",
};

/**
 * A finished export: `/exports/<id>` the file itself, `.sha256` its hash as `sha256sum` writes it, `.jws` the hub's
 * signature over both. For whoever asked for it, by the same session; reading changes nothing, so a link may lead here.
 */
export async function answerExport(
  { deps, identify, tokens, rateLimits }: Settings,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") throw new BadRequest(405, "Send a GET.", { allow: "GET" });
  const [, id, beside] = /^\/exports\/([\w]+)(?:\.(sha256|jws))?(?:\?|$)/.exec(request.url ?? "") ?? [];
  const actor = await identify(credentialsOf(request.headers));
  await rateLimits.take(...callerOf(actor, address));
  const file = await readExportFile(deps, actor, id ?? "").catch((error: unknown) => {
    throw error instanceof ExportNotFound ? new BadRequest(404, error.message) : error;
  });
  const { fileName, hash, size } = file;
  response.setHeader("cache-control", "private, no-store");
  if (beside === "sha256") return answerText(response, `${hash}  ${fileName}\n`);
  if (beside === "jws") return answerText(response, await tokens.signFile({ fileName, sha256: hash }));
  response.writeHead(200, {
    "content-type": mediaTypes[fileName.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    "content-disposition": `attachment; filename="${fileName}"`,
    "content-length": String(size),
    "repr-digest": `sha-256=:${Buffer.from(hash, "hex").toString("base64")}:`,
  });
  if (request.method === "HEAD") return void response.end();
  await pipeline(Readable.from(file.parts), response);
}

function answerText(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}
