import "server-only";
import bwipjs from "bwip-js/node";
import { classes } from "#portal/ui/classes.ts";

/** A QR code; always dark on light, whatever the theme. */
export function Qr({ text, label, className }: { text: string; label: string; className?: string }) {
  const svg = bwipjs.toSVG({ bcid: "qrcode", text, scale: 4, paddingwidth: 2, paddingheight: 2 });
  return (
    <div
      role="img"
      aria-label={label}
      className={classes("rounded-xl bg-white p-3 [&_svg]:h-auto [&_svg]:w-full", className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from one text, no foreign markup
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
