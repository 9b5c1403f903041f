// Made by scripts/operations.ts from schema/operations; edit those.
import { graphql, operation } from "#schema/typed.ts";

const BalanceChanged = /* @__PURE__ */ graphql(`
subscription BalanceChanged($memberId: ID!) {
  balanceChanged(memberId: $memberId) {
    id
    rungAt
    __typename
  }
}
`);
export const balanceChanged = /* @__PURE__ */ operation<typeof BalanceChanged>("BalanceChanged", "0756c4d32011e1338d575ac1dd03de81518a793e8f37240289dd30f75455e033");

const MemberCards = /* @__PURE__ */ graphql(`
query MemberCards {
  viewer {
    ... on MemberViewer {
      member {
        id
        name
        cards {
          id
          number
          lastDigits
          form
          status
          issuedAt
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const memberCards = /* @__PURE__ */ operation<typeof MemberCards>("MemberCards", "f02726769ce968bd4388f52776468a9eb27156b540778eb4fa2bdcff6862a99a");

const MemberEntry = /* @__PURE__ */ graphql(`
query MemberEntry($id: ID!) {
  viewer {
    ... on MemberViewer {
      member {
        id
        historyEntry(id: $id) {
          ...HistoryRow
          postedAt
          debt
          location {
            name
            __typename
          }
          reverses {
            id
            kind
            occurredAt
            __typename
          }
          lots {
            issuer {
              name
              __typename
            }
            points
            earnedAt
            expiresAt
            __typename
          }
          purchase {
            receiptNumber
            total {
              amount
              currencyCode
              __typename
            }
            paid {
              amount
              currencyCode
              __typename
            }
            pointsEarned
            pointsSpent
            lines {
              seq
              name
              category
              quantity
              pointsEarned
              amount {
                amount
                currencyCode
                __typename
              }
              __typename
            }
            explanation {
              steps {
                rule
                applied
                because
                points
                unrounded
                facts {
                  name
                  value
                  __typename
                }
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment HistoryRow on MemberEntry {
  id
  kind
  occurredAt
  points
  available
  pending
  reserved
  availableAfter
  partner {
    name
    category
    __typename
  }
  reason
  __typename
}
`);
export const memberEntry = /* @__PURE__ */ operation<typeof MemberEntry>("MemberEntry", "8104aa9f64fcc913c1c10a37c272539b3f338595e2873ab7297218d56ea85142");

const MemberHistory = /* @__PURE__ */ graphql(`
query MemberHistory($first: Int!, $after: String) {
  viewer {
    ... on MemberViewer {
      member {
        id
        history(first: $first, after: $after) {
          edges {
            node {
              ...HistoryRow
              __typename
            }
            __typename
          }
          pageInfo {
            hasNextPage
            endCursor
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment HistoryRow on MemberEntry {
  id
  kind
  occurredAt
  points
  available
  pending
  reserved
  availableAfter
  partner {
    name
    category
    __typename
  }
  reason
  __typename
}
`);
export const memberHistory = /* @__PURE__ */ operation<typeof MemberHistory>("MemberHistory", "3d8df45890e57af163e437dd36e7b62f0a32eaf4dfe3fd9a3b9d7dd73eb947a7");

const MemberHome = /* @__PURE__ */ graphql(`
query MemberHome {
  viewer {
    ... on MemberViewer {
      member {
        id
        balance {
          available
          pending
          reserved
          debt
          version
          value {
            amount
            currencyCode
            __typename
          }
          __typename
        }
        pointsByExpiry {
          points
          expiresAt
          __typename
        }
        pointsByMonth {
          month
          earned
          spent
          __typename
        }
        history(first: 6) {
          edges {
            node {
              ...HistoryRow
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment HistoryRow on MemberEntry {
  id
  kind
  occurredAt
  points
  available
  pending
  reserved
  availableAfter
  partner {
    name
    category
    __typename
  }
  reason
  __typename
}
`);
export const memberHome = /* @__PURE__ */ operation<typeof MemberHome>("MemberHome", "8bb1a5980355c4a195c216657e70643ca4b738116229e83bde43e9af95ada67e");

const MemberPoints = /* @__PURE__ */ graphql(`
query MemberPoints {
  viewer {
    ... on MemberViewer {
      member {
        id
        pointsByExpiry {
          points
          expiresAt
          __typename
        }
        pendingPoints {
          points
          maturesAt
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const memberPoints = /* @__PURE__ */ operation<typeof MemberPoints>("MemberPoints", "442f099404ec91949955cddb67c7c56ed1ebaa18942bfcfe2590af453c1cec3d");

const Viewer = /* @__PURE__ */ graphql(`
query Viewer {
  viewer {
    ... on OperatorStaff {
      name
      email
      roles
      __typename
    }
    ... on PartnerStaff {
      name
      email
      roles
      partner {
        id
        name
        status
        __typename
      }
      __typename
    }
    ... on MemberViewer {
      member {
        id
        name
        __typename
      }
      __typename
    }
    __typename
  }
  capacities {
    as
    kind
    partner {
      id
      name
      __typename
    }
    __typename
  }
  programme {
    name
    pointsName
    timeZone
    currencyCode
    pointValue {
      amount
      currencyCode
      __typename
    }
    __typename
  }
}
`);
export const viewer = /* @__PURE__ */ operation<typeof Viewer>("Viewer", "fb6504e008089f55abccc50b5c213563bd323407edcbc20d0cc54cba7a64c03f");
