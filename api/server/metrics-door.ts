import { createServer, type Server } from "node:http";
import { answerJson } from "#api/server/answers.ts";

/** Numbers for whoever watches the hub: on a port of their own that only this machine can reach. */
export async function openMetricsDoor(
  port: number,
  read: () => Promise<{ type: string; text: string }>,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return answerJson(response, 404, {});
    read().then(
      ({ type, text }) => response.writeHead(200, { "content-type": type }).end(text),
      () => answerJson(response, 503, {}),
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return server;
}
