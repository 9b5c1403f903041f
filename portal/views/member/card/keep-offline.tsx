import "server-only";
import bwipjs from "bwip-js/node";
import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DownloadLink } from "#portal/ui/button.tsx";

/** The barcode as a picture for the telephone's own album: it collects where there is no network. */
export async function KeepOffline({ number }: { number: string }) {
  const t = await getTranslations("eCard");
  const png = await bwipjs.toBuffer({
    ...{ bcid: "code128", text: number, height: 18, scale: 5, includetext: true, textxalign: "center" },
    ...{ paddingwidth: 10, paddingheight: 10, backgroundcolor: "FFFFFF" },
  });
  return (
    <div className="mx-auto flex max-w-md flex-wrap items-center justify-center gap-3 text-center">
      <DownloadLink href={`data:image/png;base64,${png.toString("base64")}`} download={`zgoda-${number.slice(-4)}.png`}>
        <Download className="size-4" aria-hidden="true" />
        {t("keep")}
      </DownloadLink>
      <p className="w-full text-ink-faint text-sm">{t("keepHint")}</p>
    </div>
  );
}
