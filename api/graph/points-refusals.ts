import { refusal } from "#api/graph/refusals.ts";
import {
  ExceedsRedemption,
  ExceedsReservation,
  ReservationExpired,
  ReservationNotFound,
  ReservationNotOpen,
} from "#api/ledger/refusals.ts";
import { InvalidPoints, LotNotFound, SameMember } from "#api/use-cases/points/refusals.ts";

refusal(ReservationNotFound, "RESERVATION_NOT_FOUND", "No such reservation, or none of this partner.", (t) => ({
  reservationId: t.exposeID("reservationId", { description: "The id that was sent." }),
}));
refusal(ReservationExpired, "RESERVATION_EXPIRED", "The reservation's time is over.", (t) => ({
  expiredAt: t.expose("expiredAt", { type: "DateTime", description: "When it was." }),
}));
refusal(ReservationNotOpen, "RESERVATION_NOT_OPEN", "The reservation was captured or released before.", (t) => ({
  state: t.exposeString("state", { description: "The state it is in." }),
}));
refusal(ExceedsReservation, "EXCEEDS_RESERVATION", "More would be captured than is reserved.", (t) => ({
  reserved: t.expose("reserved", { type: "Points", description: "How many are reserved." }),
}));
refusal(ExceedsRedemption, "EXCEEDS_REDEMPTION", "More would come back than was redeemed.", (t) => ({
  returnable: t.expose("returnable", { type: "Points", description: "How many can still come back." }),
}));
refusal(InvalidPoints, "INVALID_POINTS", "The number of points is zero, negative or too large.", (t) => ({
  points: t.expose("points", { type: "Points", description: "The number that was sent." }),
}));
refusal(SameMember, "SAME_MEMBER", "Giver and receiver are one member.", (t) => ({
  memberId: t.exposeID("memberId", { description: "Who it is." }),
}));
refusal(LotNotFound, "LOT_NOT_FOUND", "The member has no such lot.", (t) => ({
  lotId: t.exposeID("lotId", { description: "The id that was sent." }),
}));
