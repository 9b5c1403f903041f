/** What may stand inside an element: text, or elements in order. Absent ones are left out. */
export type XmlContent = string | readonly (XmlNode | null)[];
export type XmlNode = { name: string; content: XmlContent; attributes: Readonly<Record<string, string>> };

export function node(name: string, content: XmlContent, attributes: Readonly<Record<string, string>> = {}): XmlNode {
  return { name, content, attributes };
}

/** An element only where there is a text for it. */
export function optional(name: string, text: string | null | undefined): XmlNode | null {
  return text === null || text === undefined ? null : node(name, text);
}

/** One document, indented by two, ending in a newline. Same nodes, same text. */
export function xmlText(root: XmlNode): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, "", pieces);
  return pieces.join("");
}

function write({ name, content, attributes }: XmlNode, indent: string, pieces: string[]): void {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `${indent}<${name}${named.join("")}>`;
  if (typeof content === "string") {
    pieces.push(`${start}${escaped(content)}</${name}>\n`);
    return;
  }
  pieces.push(`${start}\n`);
  for (const child of content) if (child) write(child, `${indent}  `, pieces);
  pieces.push(`${indent}</${name}>\n`);
}

/** What XML 1.0 cannot say at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
