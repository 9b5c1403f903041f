import type { StatementPaper } from "#api/formats/paper.ts";
import {
  drawAddressee,
  drawHeading,
  drawHero,
  drawNet,
  drawPayment,
  drawSender,
  netHeight,
  paymentHeight,
} from "#api/formats/pdf-parts.ts";
import { closeSheet, makeRoom, openSheet } from "#api/formats/pdf-sheet.ts";
import { drawTable } from "#api/formats/pdf-table.ts";

/** A tagged PDF on A4; same paper, same bytes. */
export async function statementPdf(paper: StatementPaper): Promise<Uint8Array> {
  const { language, sender, recipient, title, facts, tables, net, payment, footer, madeAt } = paper;
  const sheet = openSheet({ language, title, author: sender.name, footer, madeAt });
  drawSender(sheet, sender);
  drawHeading(sheet, title);
  drawAddressee(sheet, recipient, facts);
  const result = net.at(-1);
  if (result) drawHero(sheet, result, payment?.title ?? null);
  for (const table of tables) await drawTable(sheet, table);
  makeRoom(sheet, netHeight(sheet, net) + (payment ? paymentHeight(sheet, payment) : 0));
  drawNet(sheet, net);
  if (payment) drawPayment(sheet, payment);
  return closeSheet(sheet, footer);
}
