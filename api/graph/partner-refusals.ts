import { refusal } from "#api/graph/refusals.ts";
import {
  ApiKeyNotFound,
  CodeTaken,
  ContractMissing,
  ContractStartsTooEarly,
  LocationNotFound,
  PartnerNotFound,
  TerminalNotFound,
  TooManyApiKeys,
  UnknownScope,
} from "#api/use-cases/partners/refusals.ts";

refusal(PartnerNotFound, "PARTNER_NOT_FOUND", "No partner has this id, or none the viewer may see.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The id that was sent." }),
}));
refusal(LocationNotFound, "LOCATION_NOT_FOUND", "No location has this id, or none the viewer may see.", (t) => ({
  locationId: t.exposeID("locationId", { description: "The id that was sent." }),
}));
refusal(TerminalNotFound, "TERMINAL_NOT_FOUND", "No terminal has this id, or none the viewer may see.", (t) => ({
  terminalId: t.exposeID("terminalId", { description: "The id that was sent." }),
}));
refusal(ApiKeyNotFound, "API_KEY_NOT_FOUND", "No key has this id, or none the viewer may see.", (t) => ({
  apiKeyId: t.exposeID("apiKeyId", { description: "The id that was sent." }),
}));
refusal(CodeTaken, "CODE_TAKEN", "A code that has to be unique is taken.", (t) => ({
  taken: t.exposeString("taken", { description: "The code that was sent." }),
}));
refusal(ContractMissing, "CONTRACT_MISSING", "The partner has no contract yet.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The partner." }),
}));
refusal(ContractStartsTooEarly, "CONTRACT_STARTS_TOO_EARLY", "New terms would change what has already been.", (t) => ({
  earliestFrom: t.expose("earliest", { type: "DateTime", description: "From when they can be in force." }),
}));
refusal(TooManyApiKeys, "TOO_MANY_API_KEYS", "As many keys live here as may live side by side.", (t) => ({
  keysMax: t.exposeInt("keysMax", { description: "How many that is." }),
}));
refusal(UnknownScope, "UNKNOWN_SCOPE", "There is no such scope, or none was named.", (t) => ({
  scope: t.exposeString("scope", { description: "The scope that was sent." }),
}));
