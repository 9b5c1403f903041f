import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import type { Operation } from "#schema/typed.ts";

type EditProps<Variables> = {
  operation: Operation<unknown, Variables>;
  input: { offeringId: string } & Record<string, unknown>;
  fields: DeedField[];
  besides?: { names: string[]; control: ReactNode };
};

/** Writes a draft anew; the form holds what it says now. */
export async function EditDraft<Variables>({ operation, input, fields, besides }: EditProps<Variables>) {
  const t = await getTranslations("offerings");
  return (
    <DeedDialog
      operation={operation}
      input={input}
      takes={{}}
      fields={fields}
      besides={besides}
      look="secondary"
      size="small"
      button={t("edit")}
      title={t("edit")}
      text={t("editText")}
      confirm={t("save")}
      done={t("saved")}
    />
  );
}
