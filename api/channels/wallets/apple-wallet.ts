import { constants, createHash, createPrivateKey, privateEncrypt, X509Certificate } from "node:crypto";
import { zipSync } from "fflate";
import forge from "node-forge";
import { drawSign } from "./draw-sign.ts";
import type { CardPass } from "./wallet.ts";

export type AppleSettings = {
  /** `pass.org.example.card`, as registered with Apple. */
  passType: string;
  team: string;
  /** The pass type's certificate and its key, and the certificate of Apple that stands over it: PEM. */
  certificate: string;
  key: string;
  authority: string;
};

/** The scales at which Apple's telephones want the sign, and how large it is at one. */
const scales = { "": 1, "@2x": 2, "@3x": 3 } as const;
const ICON = 29;

/** Passes for Apple Wallet: an archive of a description and pictures, with a list of their hashes, signed (PKCS#7). */
export function openAppleWallet(settings: AppleSettings) {
  const { certificate, key, authority } = settings;
  if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)))
    throw new Error("The pass type's certificate is not of its key.");
  const signed = signerOf({ certificate, key, authority });
  const pictures = Object.fromEntries(
    Object.entries(scales).flatMap(([at, scale]) => {
      const sign = drawSign(ICON * scale);
      return [
        [`icon${at}.png`, sign],
        [`logo${at}.png`, sign],
      ];
    }),
  );
  return (pass: CardPass): Uint8Array => {
    const files = { "pass.json": bytesOf(describe(pass, settings)), ...pictures };
    const hashes = Object.entries(files).map(([name, bytes]) => [name, sha1(bytes)]);
    const manifest = bytesOf(Object.fromEntries(hashes));
    return zipSync({ ...files, "manifest.json": manifest, signature: signed(manifest, pass.asOf) });
  };
}

function describe(pass: CardPass, { passType, team }: AppleSettings): object {
  const barcode = {
    format: "PKBarcodeFormatCode128",
    message: pass.number,
    messageEncoding: "iso-8859-1",
    altText: pass.number.replace(/(\d{4})(?=\d)/g, "$1 "),
  };
  const { points, holder, asOf } = pass.labels;
  return {
    formatVersion: 1,
    passTypeIdentifier: passType,
    teamIdentifier: team,
    serialNumber: pass.cardId,
    organizationName: pass.programme,
    description: pass.programme,
    logoText: pass.programme,
    foregroundColor: "rgb(255, 255, 255)",
    labelColor: "rgb(214, 219, 245)",
    backgroundColor: "rgb(47, 63, 158)",
    barcodes: [barcode],
    storeCard: {
      primaryFields: [{ key: "points", label: points, value: pass.points }],
      secondaryFields: [{ key: "holder", label: holder, value: pass.holder }],
      auxiliaryFields: [
        {
          key: "asOf",
          label: asOf,
          value: toTheSecond(pass.asOf),
          dateStyle: "PKDateStyleMedium",
          timeStyle: "PKDateStyleShort",
        },
      ],
      backFields: [{ key: "portal", label: pass.programme, value: pass.portalUrl }],
    },
  };
}

/** Apple's telephones read dates with hours, minutes and seconds; with parts of a second the pass is refused. */
const toTheSecond = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

const bytesOf = (value: object) => new TextEncoder().encode(JSON.stringify(value));

/** What Apple's format asks for; the signature over the list does not rest on it. */
const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");

function signerOf({ certificate, key, authority }: Pick<AppleSettings, "certificate" | "key" | "authority">) {
  const { pki, pkcs7, asn1, util } = forge;
  const [own, over] = [pki.certificateFromPem(certificate), pki.certificateFromPem(authority)];
  const privateKey = { ...pki.privateKeyFromPem(key), sign: sealerOf(key) };
  return (content: Uint8Array, at: Date): Uint8Array => {
    const signature = pkcs7.createSignedData();
    signature.content = util.createBuffer(Buffer.from(content).toString("binary"));
    signature.addCertificate(over);
    signature.addCertificate(own);
    signature.addSigner({
      key: privateKey,
      certificate: own,
      digestAlgorithm: pki.oids["sha256"] ?? "",
      authenticatedAttributes: [
        { type: pki.oids["contentType"] ?? "", value: pki.oids["data"] ?? "" },
        { type: pki.oids["messageDigest"] ?? "" },
        { type: pki.oids["signingTime"] ?? "", value: at as unknown as string },
      ],
    });
    signature.sign({ detached: true });
    return Buffer.from(asn1.toDer(signature.toAsn1()).getBytes(), "binary");
  };
}

/** What stands before the digest in a signature: that it is one of SHA-256 (RFC 8017, 9.2). */
const OF_SHA256 = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** The library's own arithmetic with keys is JavaScript, on the thread that answers everybody: forty times as slow. */
function sealerOf(pem: string) {
  const key = createPrivateKey(pem);
  return (digest: forge.md.MessageDigest): string => {
    const sealed = Buffer.concat([OF_SHA256, Buffer.from(digest.digest().getBytes(), "binary")]);
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, sealed).toString("binary");
  };
}
