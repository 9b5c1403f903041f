import { createHash, createPublicKey, verify, X509Certificate } from "node:crypto";
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { jwtVerify } from "jose";
import forge from "node-forge";
import { beforeAll, describe, expect, test } from "vitest";
import { throwawayApple, throwawayGoogle } from "#api/test/channels/wallet-keys.ts";
import type { AppleSettings } from "./apple-wallet.ts";
import { drawSign } from "./draw-sign.ts";
import type { GoogleSettings } from "./google-wallet.ts";
import { type CardPass, openWallets, type Wallets } from "./wallet.ts";

const pass: CardPass = {
  cardId: "crd_1",
  number: "9900000000017",
  programme: "Zgoda",
  holder: "Ана Кавалёва",
  labels: { points: "Балы", holder: "Удзельнік", asOf: "Станам на" },
  points: "12 485",
  asOf: new Date("2026-03-10T12:00:00.789Z"),
  portalUrl: "https://loyalty.example.org/me",
};

let apple: AppleSettings;
let google: GoogleSettings;
let wallets: Wallets;
beforeAll(() => {
  apple = throwawayApple();
  google = throwawayGoogle();
  wallets = openWallets({ apple, google });
});

describe("a pass for Apple's wallet", () => {
  const files = () => unzipSync(wallets.apple?.(pass) ?? new Uint8Array());
  const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

  test("shows the barcode that collects, the points and whose they are", () => {
    expect(json(files()["pass.json"])).toMatchObject({
      formatVersion: 1,
      passTypeIdentifier: apple.passType,
      teamIdentifier: apple.team,
      serialNumber: "crd_1",
      barcodes: [{ format: "PKBarcodeFormatCode128", message: "9900000000017" }],
      storeCard: {
        primaryFields: [{ label: "Балы", value: "12 485" }],
        secondaryFields: [{ value: "Ана Кавалёва" }],
        auxiliaryFields: [{ value: "2026-03-10T12:00:00Z" }],
      },
    });
  });

  test("lists the hash of every file in it", () => {
    const { "manifest.json": manifest, signature: _signature, ...listed } = files();
    const hashes = Object.entries(listed).map(([name, bytes]) => [
      name,
      createHash("sha1").update(bytes).digest("hex"),
    ]);
    expect(json(manifest)).toEqual(Object.fromEntries(hashes));
    expect(Object.keys(listed).sort()).toEqual(
      ["pass.json", ...["icon", "logo"].flatMap((name) => ["", "@2x", "@3x"].map((at) => `${name}${at}.png`))].sort(),
    );
  });

  test("is signed by the pass type's certificate, over that list and nothing else", () => {
    const { "manifest.json": manifest, signature } = files();
    const { certificates, digest, attributes, sealed } = readSignature(signature ?? new Uint8Array());
    expect(digest).toEqual(
      createHash("sha256")
        .update(manifest ?? "")
        .digest(),
    );
    const own = new X509Certificate(apple.certificate);
    expect(certificates.map((one) => one.fingerprint256).sort()).toEqual(
      [own.fingerprint256, new X509Certificate(apple.authority).fingerprint256].sort(),
    );
    expect(own.checkIssued(new X509Certificate(apple.authority))).toBe(true);
    expect(verify("sha256", attributes, own.publicKey, sealed)).toBe(true);
  });

  test("is not made with a key that is not the certificate's", () => {
    expect(() => openWallets({ apple: { ...apple, key: google.key }, google: null })).toThrow(/certificate/);
  });
});

describe("a pass for Google's wallet", () => {
  test("is a link with the card in it, signed by the service account", async () => {
    const link = (await wallets.google?.(pass)) ?? "";
    expect(link).toMatch(/^https:\/\/pay\.google\.com\/gp\/v\/save\//);
    const { payload } = await jwtVerify(link.slice(link.lastIndexOf("/") + 1), createPublicKey(google.key), {
      issuer: google.account,
      audience: "google",
      algorithms: ["RS256"],
      currentDate: pass.asOf,
    });
    expect(payload).toMatchObject({
      typ: "savetowallet",
      origins: ["https://loyalty.example.org"],
      payload: {
        loyaltyObjects: [
          {
            id: "3388000000012345.crd_1",
            classId: google.loyaltyClass,
            barcode: { type: "CODE_128", value: "9900000000017" },
            loyaltyPoints: { balance: { string: "12 485" } },
          },
        ],
      },
    });
  });
});

test("a wallet that is not configured is not there", () => {
  expect(openWallets({ apple: null, google: null })).toEqual({});
});

test("the sign is a picture with the ground at its edge and both of its colours inside", () => {
  const png = Buffer.from(drawSign(64));
  const content = inflateSync(png.subarray(png.indexOf("IDAT") + 4, png.indexOf("IEND") - 8));
  const at = (x: number, y: number) => [...content.subarray(y * 193 + 1 + x * 3, y * 193 + 4 + x * 3)];
  expect(content.length).toBe(64 * 193);
  expect([at(1, 1), at(20, 32), at(50, 32)]).toEqual([
    [47, 63, 158],
    [251, 250, 246],
    [226, 176, 74],
  ]);
});

/** What a detached PKCS#7 signature says: whose it is, over which digest, and the bytes it was made over. */
function readSignature(der: Uint8Array) {
  const { asn1, pkcs7, pki } = forge;
  type Node = forge.asn1.Asn1;
  const read = pkcs7.messageFromAsn1(asn1.fromDer(Buffer.from(der).toString("binary"))) as unknown as {
    certificates: forge.pki.Certificate[];
    rawCapture: { authenticatedAttributes: Node[]; signature: string; content?: unknown };
  };
  const { authenticatedAttributes, signature } = read.rawCapture;
  const set = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, authenticatedAttributes);
  const digestOid = asn1.oidToDer(pki.oids["messageDigest"] ?? "").getBytes();
  const parts = (node: Node | undefined): Node[] => (Array.isArray(node?.value) ? node.value : []);
  const said = authenticatedAttributes.find((one) => parts(one)[0]?.value === digestOid);
  const digest = String(parts(parts(said)[1])[0]?.value);
  return {
    certificates: read.certificates.map((one) => new X509Certificate(pki.certificateToPem(one))),
    digest: Buffer.from(digest, "binary"),
    attributes: Buffer.from(asn1.toDer(set).getBytes(), "binary"),
    sealed: Buffer.from(signature, "binary"),
  };
}
