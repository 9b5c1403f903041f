import { Agent, get, type IncomingHttpHeaders } from "node:http";

/** A page as a browser gets it. Times are in milliseconds since it was asked for. */
export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  firstByteMs: number;
  lastByteMs: number;
  html: string;
};

const GIVES_UP_AFTER_MS = 60_000;
const agent = new Agent({ keepAlive: true });

/** Asks for one page on a connection that stays, and follows no redirect. */
export function visit(url: string, cookie: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = performance.now();
    const request = get(
      url,
      { agent, headers: { cookie, accept: "text/html", connection: "keep-alive" }, timeout: GIVES_UP_AFTER_MS },
      (response) => {
        let firstByteMs = 0;
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => {
          firstByteMs ||= performance.now() - asked;
          chunks.push(chunk);
        });
        response.once("error", reject);
        response.once("end", () => {
          const lastByteMs = performance.now() - asked;
          const html = Buffer.concat(chunks).toString("utf8");
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, firstByteMs: firstByteMs || lastByteMs, lastByteMs, html });
        });
      },
    );
    request.once("timeout", () => request.destroy(new Error(`${url} did not answer in ${GIVES_UP_AFTER_MS} ms.`)));
    // A connection that stood idle may be closed at the very moment it is used again.
    request.once("error", (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(visit(url, cookie));
      else reject(error);
    });
  });
}

export const stopVisiting = (): void => agent.destroy();

export type Cookie = { name: string; value: string };

/** The cookies of a person who has signed in as anybody would. */
export async function signIn(origin: string, email: string, password: string): Promise<Cookie[]> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });
}

export const cookieHeader = (cookies: readonly Cookie[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
