import type { IncomingMessage, ServerResponse } from "node:http";
import { systemActor } from "#api/kernel/actor.ts";
import { BadRequest, readBody } from "#api/server/answers.ts";
import type { RateLimits } from "#api/server/rate-limits.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { readUnsubscribe, unsubscribe } from "#api/use-cases/messages/unsubscribe.ts";

const FORM_MAX_BYTES = 1_000;

/**
 * The link in a message. A POST ends it, from a mail program's own button (RFC 8058) or from the page that a GET shows: programs
 * that look at links before people do must not unsubscribe them. Nobody is signed in: the link itself is the proof.
 */
export async function answerUnsubscribe(
  { deps, rateLimits }: { deps: Deps; rateLimits: RateLimits },
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  await rateLimits.take("anonymous", address);
  const token = (request.url ?? "").split("?", 1)[0]?.slice("/unsubscribe/".length) ?? "";
  if (request.method === "GET") {
    const found = await readUnsubscribe(deps, token);
    return found ? answerPage(response, 200, found.language, "ask") : answerPage(response, 404, "en", "unknown");
  }
  if (request.method !== "POST") throw new BadRequest(405, "GET or POST.", { allow: "GET, POST" });
  await readBody(request, FORM_MAX_BYTES);
  const done = await unsubscribe(deps, systemActor, token);
  answerPage(response, done ? 200 : 404, done?.language ?? "en", done ? "done" : "unknown");
}

type Page = "ask" | "done" | "unknown";

const words: Readonly<Record<string, Record<Page | "button" | "title", string>>> = {
  en: {
    title: "Messages",
    ask: "Shall no more messages of this kind come to you this way?",
    button: "Yes, no more",
    done: "Done. No more messages of this kind will come this way. Everything else you choose in your profile.",
    unknown: "This link is not one of ours, or it is incomplete.",
  },
  ru: {
    title: "Сообщения",
    ask: "Больше не присылать сообщения такого рода этим способом?",
    button: "Да, больше не присылать",
    done: "Готово. Такие сообщения этим способом больше не придут. Остальное можно выбрать в профиле.",
    unknown: "Эта ссылка не наша или неполная.",
  },
  be: {
    title: "Паведамленні",
    ask: "Больш не дасылаць паведамленні такога кшталту гэтым спосабам?",
    button: "Так, больш не дасылаць",
    done: "Гатова. Такія паведамленні гэтым спосабам больш не прыйдуць. Астатняе можна выбраць у профілі.",
    unknown: "Гэта спасылка не наша або няпоўная.",
  },
};

const style =
  "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}" +
  "button{font:inherit;padding:.75rem 1.5rem;border-radius:.75rem;border:0;background:#1f6f54;color:#fff}";

/** A page of its own: it works without the portal, without scripts and for whoever reads over nobody's shoulder. */
function answerPage(response: ServerResponse, status: number, language: string, page: Page): void {
  const said = words[language] ?? words["en"];
  if (!said) return;
  const form = page === "ask" ? `<form method="post"><button>${said.button}</button></form>` : "";
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  });
  response.end(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="robots" content="noindex"><title>${said.title}</title><style>${style}</style><h1>${said.title}</h1><p>${said[page]}</p>${form}</html>`,
  );
}
