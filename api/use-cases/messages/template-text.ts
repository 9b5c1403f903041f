import { z } from "zod";
import type { MessageChannel } from "#api/sql/rows.ts";

const TITLE_MAX = 120;
const BODY_MAX = 2_000;

const line = z
  .string()
  .trim()
  .min(1)
  .max(TITLE_MAX)
  .regex(/^\P{Cc}*$/u, { message: "One line." });
const lines = z
  .string()
  .trim()
  .min(1)
  .max(BODY_MAX)
  .regex(/^(?:\P{Cc}|\n)*$/u, { message: "No control characters but ends of lines." });
const inLanguages = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({ en: text, ru: text.optional(), be: text.optional() });

const channelText = z.strictObject({ title: inLanguages(line), body: inLanguages(lines) });

/** What a template says: everywhere, and where a channel has words of its own. */
export const templateText = z.strictObject({
  text: channelText,
  own: z.partialRecord(z.enum(["INBOX", "EMAIL", "TELEGRAM", "PUSH", "SMS"]), channelText).default({}),
  /** Where it leads: a path of the portal, without the language. */
  href: z
    .string()
    .regex(/^\/[\w/-]*$/)
    .nullable()
    .default(null),
});
export type TemplateText = z.infer<typeof templateText>;

/** As it lies in the database; it was checked when it was written. */
export const storedText = ({ text }: { text: unknown }): TemplateText => templateText.parse(text);

const PLACE = /\{([^{}]*)\}/g;
const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/** Every variable that some wording names, with names that are none left as they were written. */
export function variablesIn({ text, own }: TemplateText): string[] {
  const wordings = [text, ...Object.values(own)].flatMap(({ title, body }) => [
    ...Object.values(title),
    ...Object.values(body),
  ]);
  return [
    ...new Set(wordings.flatMap((wording) => [...String(wording).matchAll(PLACE)].map(([, name]) => name ?? ""))),
  ].sort();
}

export const isVariableName = (name: string): boolean => NAME.test(name);

/** What is put where a variable stands. */
export type Values = Readonly<Record<string, string>>;

/** A template in one language on one channel, with its variables filled; English where a language is missing. */
export function worded(
  { text, own }: TemplateText,
  { channel, language, values }: { channel: MessageChannel; language: string; values: Values },
) {
  const { title, body } = own[channel] ?? text;
  const spoken = language === "ru" || language === "be" ? language : "en";
  const said = (words: typeof title) =>
    (words[spoken] ?? words.en).replaceAll(PLACE, (place, name: string) => values[name] ?? place);
  return { language: title[spoken] && body[spoken] ? spoken : "en", title: said(title), body: said(body) };
}
