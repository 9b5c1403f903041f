import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What came to a server of the test's own. */
export type Came = { method: string; path: string; headers: IncomingMessage["headers"]; body: Buffer };
export type Said = { status: number; headers?: Record<string, string>; body?: string };

/** A server on loopback until the test ends; `hang` null leaves the caller without an answer. Answers its address. */
export async function listen(answer: (came: Came) => Said | null): Promise<string> {
  const server = createServer((request, response) => void reply(request, response, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (came: Came) => Said | null,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = "", url = "", headers } = request;
  const said = answer({ method, path: url, headers, body: Buffer.concat(parts) });
  if (!said) request.socket.destroy();
  else response.writeHead(said.status, said.headers).end(said.body);
}
