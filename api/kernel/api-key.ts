import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 32;
const shape = /^zk_([0-9A-HJKMNP-TV-Z]{26})_([A-Za-z0-9_-]{43})$/;

/** The part of a key that only its machine knows: 256 random bits. */
export function newKeySecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What the machine sends: a prefix that scanners for lost secrets know, the row's id, which is none, and the secret. */
export function apiKeyText(id: string, secret: string): string {
  return `zk_${id.slice("key_".length)}_${secret}`;
}

/** The two parts of a key as it was sent; null when it has not the shape of one. */
export function parseApiKey(text: string): { id: string; secret: string } | null {
  const [, id, secret] = shape.exec(text) ?? [];
  return id && secret ? { id: `key_${id}`, secret } : null;
}

/** What is kept of a secret: without the server's own secret, a stolen table says nothing. */
export function keyHmac(secret: string, serverSecret: string): string {
  return createHmac("sha256", serverSecret).update(secret).digest("hex");
}

/** Compares in constant time. */
export function isKeySecret(secret: string, kept: string, serverSecret: string): boolean {
  const sent = Buffer.from(keyHmac(secret, serverSecret), "hex");
  const known = Buffer.from(kept, "hex");
  return sent.length === known.length && timingSafeEqual(sent, known);
}
