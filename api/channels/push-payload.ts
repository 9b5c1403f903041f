import { createCipheriv, createECDH, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { PushKeys } from "./channel.ts";

const RECORD_SIZE = 4096;
/** Of plain text, so that header, padding mark and tag fit what services have to take. */
export const PAYLOAD_MAX_BYTES = 3993;

/** What is random in an encryption; given only to compare with the standard's own example. */
type Chance = { salt: Buffer; privateKey: Buffer };

/** Encrypts for one browser (RFC 8291, aes128gcm of RFC 8188): the push service carries it and cannot read it. */
export function encryptPush(plain: Buffer, keys: PushKeys, chance?: Chance): Buffer {
  if (plain.byteLength > PAYLOAD_MAX_BYTES) throw new RangeError("The payload is too long to be pushed.");
  const salt = chance?.salt ?? randomBytes(16);
  const sender = createECDH("prime256v1");
  if (chance) sender.setPrivateKey(chance.privateKey);
  else sender.generateKeys();
  const theirs = Buffer.from(keys.p256dh, "base64url");
  const ours = sender.getPublicKey();
  const shared = createHmac("sha256", Buffer.from(keys.auth, "base64url"))
    .update(sender.computeSecret(theirs))
    .digest();
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours, Buffer.from([1])]);
  const input = createHmac("sha256", shared).update(info).digest();
  const key = derived(input, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derived(input, salt, "Content-Encoding: nonce\0", 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // One record, the last: 2 ends it.
  const sealed = Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, sealed]);
}

const derived = (input: Buffer, salt: Buffer, info: string, length: number) =>
  Buffer.from(hkdfSync("sha256", input, salt, info, length));
