import { writeFileSync } from "node:fs";
import { persistedFile, persistedOperations, printedSchema, schemaFile } from "#api/graph/contract.ts";

writeFileSync(schemaFile, printedSchema());
writeFileSync(persistedFile, `${JSON.stringify(persistedOperations(), null, 2)}\n`);
