import { createECDH, type JsonWebKey } from "node:crypto";
import { importJWK, SignJWT } from "jose";

/** Who we are to push services (RFC 8292): a key pair made from a seed, so that there is none to keep. */
export type VapidKeys = { privateKey: JsonWebKey; publicKey: string };

export function vapidKeys(seed: Buffer): VapidKeys {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(seed);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const d = pair.getPrivateKey().toString("base64url");
  return { privateKey: { kty: "EC", crv: "P-256", x, y, d } as JsonWebKey, publicKey: point.toString("base64url") };
}

const VALID_SECONDS = 12 * 60 * 60;

/** The header that says to one push service who sends, for half a day. */
export async function vapidHeader(keys: VapidKeys, { endpoint, subject }: { endpoint: string; subject: string }) {
  const key = await importJWK(keys.privateKey as Parameters<typeof importJWK>[0], "ES256");
  const token = await new SignJWT({ sub: subject })
    .setProtectedHeader({ typ: "JWT", alg: "ES256" })
    .setAudience(new URL(endpoint).origin)
    .setExpirationTime(Math.floor(Date.now() / 1000) + VALID_SECONDS)
    .sign(key);
  return `vapid t=${token}, k=${keys.publicKey}`;
}
