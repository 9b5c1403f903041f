import type { IncomingMessage, ServerResponse } from "node:http";

/** A browser says whose page asks; other programs say nothing and bring no cookies of anybody's. */
export function isOriginAllowed(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin } = request.headers;
  return origin === undefined || origins.includes(origin);
}

/** Headers for a named page on another origin; the portal is on the same one and needs none. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader("vary", "origin");
  if (origin === undefined) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  if (request.method !== "OPTIONS") return;
  response.setHeader("access-control-allow-methods", "POST");
  response.setHeader("access-control-allow-headers", "content-type, zgoda-as, x-request-id");
  response.setHeader("access-control-max-age", "600");
}
