import { createTransport } from "nodemailer";
import type { Channel, Letter, Outcome } from "./channel.ts";

export type SmtpSettings = {
  /** smtp:// or smtps://, with name and password. */
  url: string;
  /** The address it comes from. */
  from: string;
};

/** E-mail. A letter's id is its Message-ID, so that a repeat is the same letter to whoever sorts by it. */
export function openSmtp({ url, from }: SmtpSettings): Channel & { close(): void } {
  const domain = from.split("@").at(-1) ?? "localhost";
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    knowsRepeats: true,
    send: async (letter) => {
      try {
        const { messageId } = await transport.sendMail({
          ...mailOf(letter),
          messageId: `<${letter.id}@${domain}>`,
          from: { name: letter.from, address: from },
        });
        return { kind: "SENT", providerId: messageId, delivered: false };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    test: async () => {
      try {
        await transport.verify();
        return null;
      } catch (error) {
        return reasonOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

function mailOf({ to, title, body, link, unsubscribe, language }: Letter) {
  const foot = unsubscribe ? [`-- \n${unsubscribe.words} ${unsubscribe.url}`] : [];
  const oneClick = unsubscribe && {
    "List-Unsubscribe": `<${unsubscribe.url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  return {
    to: { name: "", address: to },
    subject: title,
    text: [body, ...(link ? [link] : []), ...foot].join("\n\n"),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language, ...oneClick },
  };
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/** A server that says no for good to the address says that nobody lives there; to anything else, that it wants it not. */
function outcomeOf(error: SmtpError): Outcome {
  const reason = reasonOf(error);
  const { responseCode = 0, code = "", command = "" } = error;
  if (code === "EAUTH" || responseCode === 421) return { kind: "LATER", reason, afterMs: null };
  if (responseCode >= 500)
    return command === "RCPT TO" || code === "EENVELOPE" ? { kind: "GONE", reason } : { kind: "REFUSED", reason };
  if (responseCode >= 400) return { kind: "LATER", reason, afterMs: null };
  const broke = code === "ECONNECTION" || code === "ESOCKET" || code === "EDNS";
  if (broke && command === "CONN") return { kind: "LATER", reason, afterMs: null };
  return { kind: "UNKNOWN", reason };
}

/** Never the whole answer: servers repeat addresses in it. */
function reasonOf({ code, responseCode, name }: SmtpError): string {
  return [code ?? name, responseCode].filter(Boolean).join(" ");
}
