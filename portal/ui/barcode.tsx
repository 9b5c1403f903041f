import "server-only";
import bwipjs from "bwip-js/node";

/** A Code 128 barcode as tills read it; always dark on light, whatever the theme. */
export function Barcode({ text, label }: { text: string; label: string }) {
  const svg = bwipjs.toSVG({ bcid: "code128", text, height: 18, scale: 3, paddingwidth: 4, paddingheight: 2 });
  return (
    <div
      role="img"
      aria-label={label}
      className="rounded-xl bg-white p-4 [&_svg]:h-auto [&_svg]:w-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from digits, no foreign markup
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
