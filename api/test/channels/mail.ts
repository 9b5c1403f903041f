import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A mail server on loopback. */
export type FakeMail = {
  url: string;
  /** Every letter as it came over the wire, with whom it was for. */
  letters: { to: string[]; raw: string }[];
  /** By address: what RCPT is answered by, if not with a yes. */
  refuses: Map<string, number>;
};

export async function fakeMail(): Promise<FakeMail> {
  const letters: FakeMail["letters"] = [];
  const refuses = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refuses.get(address);
      if (code === undefined) return done();
      done(Object.assign(new Error("no"), { responseCode: code }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters, refuses };
}
