import { createDecipheriv, createECDH, createHmac, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import type { PushKeys } from "#api/channels/channel.ts";

/** A browser that can be pushed to: it alone reads what is pushed (RFC 8291). */
export class Browser {
  readonly #pair: ECDH = createECDH("prime256v1");
  readonly #auth = randomBytes(16);

  constructor() {
    this.#pair.generateKeys();
  }

  get keys(): PushKeys {
    return { p256dh: this.#pair.getPublicKey("base64url"), auth: this.#auth.toString("base64url") };
  }

  read(body: Buffer): Record<string, unknown> {
    const length = body.readUInt8(20);
    const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 21 + length), body.subarray(21 + length)];
    const shared = createHmac("sha256", this.#auth).update(this.#pair.computeSecret(sender)).digest();
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.#pair.getPublicKey(), sender, Buffer.from([1])]);
    const input = createHmac("sha256", shared).update(info).digest();
    const derived = (what: string, size: number) =>
      Buffer.from(hkdfSync("sha256", input, salt, `Content-Encoding: ${what}\0`, size));
    const open = createDecipheriv("aes-128-gcm", derived("aes128gcm", 16), derived("nonce", 12));
    open.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
    // What follows the last 2 is padding.
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString("utf8"));
  }
}
