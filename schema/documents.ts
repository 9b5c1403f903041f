// Made by scripts/operations.ts from schema/operations; edit those.
import { graphql, operation } from "#schema/typed.ts";

const ActorNames = /* @__PURE__ */ graphql(`
query ActorNames($actors: [String!]!) {
  actorNames(actors: $actors) {
    actor
    name
    __typename
  }
}
`);
export const actorNames = /* @__PURE__ */ operation<typeof ActorNames>("ActorNames", "407961e3aa12c575cbfd3c2535633aa8dfb564f0bc5c34ba1132dd9120d3e9a4");

const Approvals = /* @__PURE__ */ graphql(`
query Approvals($first: Int!, $after: String, $state: ApprovalState) {
  approvals(first: $first, after: $after, state: $state) {
    edges {
      node {
        id
        action
        subjectId
        reason
        state
        requestedBy
        requestedAt
        decidedBy
        decidedAt
        decisionNote
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
}
`);
export const approvals = /* @__PURE__ */ operation<typeof Approvals>("Approvals", "ad40f5fbb704a6774ddff3e7edc1c1697f279249fd0450383e32e54c9c4ea938");

const ApproveCycle = /* @__PURE__ */ graphql(`
mutation ApproveCycle($input: ApproveCycleInput!) {
  approveCycle(input: $input) {
    ... on ApproveCycleSuccess {
      cycle {
        id
        state
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const approveCycle = /* @__PURE__ */ operation<typeof ApproveCycle>("ApproveCycle", "46d6968b49f19fbeaead467edc9788db522805a268a6e16a5c7ee2bfe6d1ce6d");

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

const CapturePoints = /* @__PURE__ */ graphql(`
mutation CapturePoints($input: CapturePointsInput!) {
  capturePoints(input: $input) {
    __typename
    ... on CapturePointsSuccess {
      redemption {
        id
        state
        reserved
        captured
        expiresAt
        __typename
      }
      wallet {
        available
        __typename
      }
      replayed
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const capturePoints = /* @__PURE__ */ operation<typeof CapturePoints>("CapturePoints", "99cbb1fbcb1880f1e4e4af35ea8577d3d1affb73827fcd6b1a7ca0094995dfb7");

const CloseCycle = /* @__PURE__ */ graphql(`
mutation CloseCycle($input: CloseCycleInput!) {
  closeCycle(input: $input) {
    ... on CloseCycleSuccess {
      cycle {
        id
        state
        __typename
      }
      approval {
        id
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const closeCycle = /* @__PURE__ */ operation<typeof CloseCycle>("CloseCycle", "b210ac880bd07634a8a8d2b41bff5e67c943f5a6e42581723bb7ed3625387c28");

const CycleChanged = /* @__PURE__ */ graphql(`
subscription CycleChanged($cycleId: ID!) {
  cycleChanged(cycleId: $cycleId) {
    id
    rungAt
    __typename
  }
}
`);
export const cycleChanged = /* @__PURE__ */ operation<typeof CycleChanged>("CycleChanged", "6a9209c1d794a22bd39fd713a89d75a73a6bb45de9a4176714a5935cf8c6e2ab");

const CycleEntries = /* @__PURE__ */ graphql(`
query CycleEntries($cycleId: ID!, $first: Int!, $after: String, $partnerId: ID, $effectOn: ID!, $section: StatementSection, $originCycleId: ID, $issuerId: ID, $redeemerId: ID) {
  cycle(id: $cycleId) {
    id
    seq
    state
    entries(
      first: $first
      after: $after
      partnerId: $partnerId
      section: $section
      originCycleId: $originCycleId
      issuerId: $issuerId
      redeemerId: $redeemerId
    ) {
      edges {
        node {
          id
          kind
          occurredAt
          postedAt
          points
          partner {
            id
            name
            __typename
          }
          member {
            id
            name
            __typename
          }
          reason
          effectOn(partnerId: $effectOn, section: $section) {
            position {
              amount
              currencyCode
              __typename
            }
            __typename
          }
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
}
`);
export const cycleEntries = /* @__PURE__ */ operation<typeof CycleEntries>("CycleEntries", "943719e79e36c4d13a45663aed75c84c9f2e95432bcaa4e7b8551283540e3a1b");

const CycleList = /* @__PURE__ */ graphql(`
query CycleList($first: Int!, $after: String) {
  cycles(first: $first, after: $after) {
    edges {
      node {
        id
        seq
        state
        opensAt
        cutoffAt
        version
        totals {
          partnerCount
          savedBps
          gross {
            amount
            currencyCode
            __typename
          }
          net {
            amount
            currencyCode
            __typename
          }
          payIn {
            amount
            currencyCode
            __typename
          }
          payOut {
            amount
            currencyCode
            __typename
          }
          __typename
        }
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
}
`);
export const cycleList = /* @__PURE__ */ operation<typeof CycleList>("CycleList", "601f40ed03774536a2bb323e850616c09507d26832b3d7a39a1ce8c9b096c379");

const CycleMatrix = /* @__PURE__ */ graphql(`
query CycleMatrix($id: ID!) {
  cycle(id: $id) {
    id
    matrix(first: 100) {
      edges {
        node {
          isOnUs
          points
          redemptionCount
          issuer {
            id
            name
            __typename
          }
          redeemer {
            id
            name
            __typename
          }
          charge {
            amount
            currencyCode
            __typename
          }
          reimbursement {
            amount
            currencyCode
            __typename
          }
          margin {
            amount
            currencyCode
            __typename
          }
          __typename
        }
        __typename
      }
      pageInfo {
        hasNextPage
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const cycleMatrix = /* @__PURE__ */ operation<typeof CycleMatrix>("CycleMatrix", "844ed334a1b4ef2ce498b41f54cd8a835935044efd662bb8c814811c8ca5edf7");

const CycleObligations = /* @__PURE__ */ graphql(`
query CycleObligations($id: ID!) {
  cycle(id: $id) {
    id
    seq
    version
    obligations(first: 100) {
      edges {
        node {
          id
          partner {
            id
            name
            __typename
          }
          direction
          state
          dueOn
          net {
            amount
            currencyCode
            __typename
          }
          amount {
            amount
            currencyCode
            __typename
          }
          carried {
            amount
            currencyCode
            __typename
          }
          paid {
            amount
            currencyCode
            __typename
          }
          __typename
        }
        __typename
      }
      pageInfo {
        hasNextPage
        __typename
      }
      __typename
    }
    statements(first: 100) {
      edges {
        node {
          id
          supersededAt
          partner {
            id
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
`);
export const cycleObligations = /* @__PURE__ */ operation<typeof CycleObligations>("CycleObligations", "0369c8022b11ea9fb2cb7f2a072b46a1c4f174448b9c3cdb829bae396271e110");

const CyclePage = /* @__PURE__ */ graphql(`
query CyclePage($id: ID!) {
  cycle(id: $id) {
    id
    seq
    state
    opensAt
    cutoffAt
    version
    closedBy
    closedAt
    approvedBy
    approvedAt
    totals {
      partnerCount
      savedBps
      gross {
        amount
        currencyCode
        __typename
      }
      net {
        amount
        currencyCode
        __typename
      }
      payIn {
        amount
        currencyCode
        __typename
      }
      payOut {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const cyclePage = /* @__PURE__ */ operation<typeof CyclePage>("CyclePage", "7c065592e969efba75b241e1477afea38997300ff1cfd9839820993048c7be97");

const CyclePositions = /* @__PURE__ */ graphql(`
query CyclePositions($id: ID!) {
  cycle(id: $id) {
    id
    seq
    version
    positions(first: 100) {
      edges {
        node {
          partner {
            id
            name
            __typename
          }
          opening {
            amount
            currencyCode
            __typename
          }
          debit {
            amount
            currencyCode
            __typename
          }
          credit {
            amount
            currencyCode
            __typename
          }
          net {
            amount
            currencyCode
            __typename
          }
          __typename
        }
        __typename
      }
      pageInfo {
        hasNextPage
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const cyclePositions = /* @__PURE__ */ operation<typeof CyclePositions>("CyclePositions", "13a1b87fae02e360bae2274ed9ab1dce5306d634e3659a0e25c549f1a46d10c7");

const DecideApproval = /* @__PURE__ */ graphql(`
mutation DecideApproval($input: DecideApprovalInput!) {
  decideApproval(input: $input) {
    ... on DecideApprovalSuccess {
      approval {
        id
        state
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const decideApproval = /* @__PURE__ */ operation<typeof DecideApproval>("DecideApproval", "4cde6929365367566eface2bb4037a4d2d86e41412a0fdeebeaa6db02a00dd4a");

const LedgerEntry = /* @__PURE__ */ graphql(`
query LedgerEntry($id: ID!) {
  entry(id: $id) {
    id
    kind
    occurredAt
    postedAt
    points
    reason
    cycle {
      id
      seq
      __typename
    }
    originCycle {
      id
      seq
      __typename
    }
    partner {
      id
      name
      __typename
    }
    location {
      name
      __typename
    }
    terminal {
      code
      __typename
    }
    member {
      id
      name
      __typename
    }
    lines(first: 60) {
      edges {
        node {
          seq
          account
          section
          lotId
          points
          money {
            amount
            currencyCode
            __typename
          }
          partner {
            id
            name
            __typename
          }
          member {
            id
            name
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    purchase {
      id
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
}
`);
export const ledgerEntry = /* @__PURE__ */ operation<typeof LedgerEntry>("LedgerEntry", "6cb122bc2c172aa23d46d87aa4dc13669011e31e5ac577d2f1fcd22579d801cb");

const MemberByIdentifier = /* @__PURE__ */ graphql(`
query MemberByIdentifier($kind: IdentifierKind!, $value: String!) {
  memberByIdentifier(kind: $kind, value: $value) {
    ... on Member {
      id
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const memberByIdentifier = /* @__PURE__ */ operation<typeof MemberByIdentifier>("MemberByIdentifier", "a7581ec10f6e2d7c7053d54a46a3f7e8376c4fdd744a4afdd85a6aec8d82fe57");

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

const MemberList = /* @__PURE__ */ graphql(`
query MemberList($first: Int!, $after: String, $search: String) {
  members(first: $first, after: $after, search: $search) {
    edges {
      node {
        id
        name
        status
        enrolledAt
        enrolledBy {
          name
          __typename
        }
        balance {
          available
          pending
          reserved
          debt
          __typename
        }
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
}
`);
export const memberList = /* @__PURE__ */ operation<typeof MemberList>("MemberList", "7ad77027d089d1311e5ac212571a310252c5aea3c3ebb49a1639ab5244555629");

const MemberPage = /* @__PURE__ */ graphql(`
query MemberPage($id: ID!, $first: Int!, $after: String) {
  member(id: $id) {
    id
    name
    status
    language
    enrolledAt
    enrolledBy {
      id
      name
      __typename
    }
    balance {
      available
      pending
      reserved
      debt
      value {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    identifiers {
      id
      kind
      value
      __typename
    }
    cards {
      id
      lastDigits
      form
      status
      issuedAt
      __typename
    }
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
export const memberPage = /* @__PURE__ */ operation<typeof MemberPage>("MemberPage", "6504437ab5a8a997c35a352f9b07289ea07f923a96d86ff6c9c543bc38304174");

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

const OperatorOverview = /* @__PURE__ */ graphql(`
query OperatorOverview {
  openCycle {
    id
    seq
    opensAt
    cutoffAt
    totals {
      gross {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    __typename
  }
  pointsByCycle {
    cycle {
      id
      seq
      __typename
    }
    issued
    redeemed
    expired
    __typename
  }
  outstandingPoints {
    issuer {
      id
      name
      __typename
    }
    points
    value {
      amount
      currencyCode
      __typename
    }
    __typename
  }
  approvals(first: 100, state: WAITING) {
    edges {
      node {
        id
        __typename
      }
      __typename
    }
    __typename
  }
  cycles(first: 6) {
    edges {
      node {
        id
        seq
        state
        cutoffAt
        __typename
      }
      __typename
    }
    __typename
  }
  partners(first: 100) {
    edges {
      node {
        id
        status
        isOperator
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const operatorOverview = /* @__PURE__ */ operation<typeof OperatorOverview>("OperatorOverview", "808df3d47e1b503abc3ca213b5bd54d90b9291c84b15aa1b54db8a08769d550d");

const PartnerActivity = /* @__PURE__ */ graphql(`
subscription PartnerActivity($partnerId: ID!) {
  partnerActivity(partnerId: $partnerId) {
    id
    rungAt
    __typename
  }
}
`);
export const partnerActivity = /* @__PURE__ */ operation<typeof PartnerActivity>("PartnerActivity", "28802e11a397dab244bf38fc66e0a6e3f5feb4dfd60a1ece1c016447d0fa542e");

const PartnerEntries = /* @__PURE__ */ graphql(`
query PartnerEntries($partnerId: ID!, $first: Int!, $after: String, $kind: EntryKind, $locationId: ID, $from: DateTime, $until: DateTime) {
  partner(id: $partnerId) {
    id
    locations(first: 50) {
      edges {
        node {
          id
          name
          __typename
        }
        __typename
      }
      __typename
    }
    entryTotals(kind: $kind, locationId: $locationId, from: $from, until: $until) {
      entryCount
      issued
      redeemed
      position {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    entries(
      first: $first
      after: $after
      kind: $kind
      locationId: $locationId
      from: $from
      until: $until
    ) {
      edges {
        node {
          ...PartnerEntryRow
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
}

fragment PartnerEntryRow on Entry {
  id
  kind
  occurredAt
  points
  location {
    name
    __typename
  }
  terminal {
    code
    __typename
  }
  member {
    id
    name
    __typename
  }
  purchase {
    receiptNumber
    total {
      amount
      currencyCode
      __typename
    }
    __typename
  }
  cycle {
    seq
    __typename
  }
  effectOn(partnerId: $partnerId) {
    issued
    redeemed
    position {
      amount
      currencyCode
      __typename
    }
    __typename
  }
  __typename
}
`);
export const partnerEntries = /* @__PURE__ */ operation<typeof PartnerEntries>("PartnerEntries", "22dc1025c583f2e23a5d6102a8c6b89167642da7963bdcd0cd56d944e29b132b");

const PartnerList = /* @__PURE__ */ graphql(`
query PartnerList($first: Int!, $after: String, $search: String, $status: PartnerStatus) {
  partners(first: $first, after: $after, search: $search, status: $status) {
    edges {
      node {
        id
        code
        name
        category
        status
        mayIssue
        mayRedeem
        joinedAt
        position {
          net {
            amount
            currencyCode
            __typename
          }
          __typename
        }
        exposure {
          usedBps
          exposure {
            amount
            currencyCode
            __typename
          }
          limit {
            amount
            currencyCode
            __typename
          }
          __typename
        }
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
}
`);
export const partnerList = /* @__PURE__ */ operation<typeof PartnerList>("PartnerList", "7487bae0e19c25c1bd41881bf0f647f659fe1da100ceb4bb3b2d2774d4462863");

const PartnerOverview = /* @__PURE__ */ graphql(`
query PartnerOverview($partnerId: ID!) {
  openCycle {
    id
    seq
    opensAt
    cutoffAt
    __typename
  }
  partner(id: $partnerId) {
    id
    position {
      net {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    exposure {
      usedBps
      exposure {
        amount
        currencyCode
        __typename
      }
      limit {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    outstandingPoints {
      points
      value {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    pointsByCycle {
      cycle {
        id
        seq
        __typename
      }
      issued
      redeemedHere
      redeemedElsewhere
      position {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    statements(first: 1) {
      edges {
        node {
          id
          cycle {
            seq
            __typename
          }
          obligation {
            amount {
              amount
              currencyCode
              __typename
            }
            direction
            state
            dueOn
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    entries(first: 6) {
      edges {
        node {
          ...PartnerEntryRow
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment PartnerEntryRow on Entry {
  id
  kind
  occurredAt
  points
  location {
    name
    __typename
  }
  terminal {
    code
    __typename
  }
  member {
    id
    name
    __typename
  }
  purchase {
    receiptNumber
    total {
      amount
      currencyCode
      __typename
    }
    __typename
  }
  cycle {
    seq
    __typename
  }
  effectOn(partnerId: $partnerId) {
    issued
    redeemed
    position {
      amount
      currencyCode
      __typename
    }
    __typename
  }
  __typename
}
`);
export const partnerOverview = /* @__PURE__ */ operation<typeof PartnerOverview>("PartnerOverview", "f1aa7fee1632ae4275fa6c351b7059807904922d03a1488abc22e3a380e32563");

const PartnerPage = /* @__PURE__ */ graphql(`
query PartnerPage($id: ID!) {
  openCycle {
    id
    seq
    __typename
  }
  partner(id: $id) {
    id
    code
    name
    category
    status
    joinedAt
    mayIssue
    mayRedeem
    legalEntities {
      name
      taxNumber
      country
      address
      __typename
    }
    contract {
      version
      validFrom
      funding
      earnBps
      issueRate {
        amount
        currencyCode
        __typename
      }
      redeemRate {
        amount
        currencyCode
        __typename
      }
      feePerCycle {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    position {
      net {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    exposure {
      usedBps
      exposure {
        amount
        currencyCode
        __typename
      }
      limit {
        amount
        currencyCode
        __typename
      }
      collateral {
        amount
        currencyCode
        __typename
      }
      outstanding {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    outstandingPoints {
      points
      value {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    pointsByCycle {
      cycle {
        id
        seq
        __typename
      }
      issued
      redeemedHere
      redeemedElsewhere
      position {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    locations(first: 50) {
      edges {
        node {
          id
          code
          name
          city
          __typename
        }
        __typename
      }
      __typename
    }
    statements(first: 12) {
      edges {
        node {
          id
          supersededAt
          cycle {
            seq
            opensAt
            cutoffAt
            __typename
          }
          position {
            amount
            currencyCode
            __typename
          }
          obligation {
            state
            amount {
              amount
              currencyCode
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
`);
export const partnerPage = /* @__PURE__ */ operation<typeof PartnerPage>("PartnerPage", "d64935fb00d4f10b1859c7078cccf47024b2a7292fe4f60bd82c5ee774328c45");

const PartnerPosition = /* @__PURE__ */ graphql(`
query PartnerPosition($partnerId: ID!) {
  openCycle {
    id
    seq
    opensAt
    cutoffAt
    __typename
  }
  partner(id: $partnerId) {
    id
    position {
      opening {
        amount
        currencyCode
        __typename
      }
      net {
        amount
        currencyCode
        __typename
      }
      sections {
        section
        originCycle {
          id
          seq
          __typename
        }
        amount {
          amount
          currencyCode
          __typename
        }
        entryCount
        __typename
      }
      __typename
    }
    counterparties {
      partner {
        id
        name
        __typename
      }
      pointsThere
      charge {
        amount
        currencyCode
        __typename
      }
      pointsHere
      credit {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const partnerPosition = /* @__PURE__ */ operation<typeof PartnerPosition>("PartnerPosition", "9962e8c5bd3dcc73af94a7f746200d03c3f3ee4a7dae0914125093a05c847daf");

const PartnerStatements = /* @__PURE__ */ graphql(`
query PartnerStatements($partnerId: ID!, $first: Int!, $after: String) {
  partner(id: $partnerId) {
    id
    statements(first: $first, after: $after) {
      edges {
        node {
          id
          version
          publishedAt
          supersededAt
          hash
          position {
            amount
            currencyCode
            __typename
          }
          cycle {
            id
            seq
            opensAt
            cutoffAt
            state
            __typename
          }
          obligation {
            state
            direction
            dueOn
            amount {
              amount
              currencyCode
              __typename
            }
            carried {
              amount
              currencyCode
              __typename
            }
            __typename
          }
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
}
`);
export const partnerStatements = /* @__PURE__ */ operation<typeof PartnerStatements>("PartnerStatements", "4f92ffd059ca67fde3a6d0d16e65a86c4a3fdcbf8b9ad622112c276bfa584885");

const QuotePurchase = /* @__PURE__ */ graphql(`
query QuotePurchase($input: QuotePurchaseInput!) {
  quotePurchase(input: $input) {
    __typename
    ... on Quote {
      member {
        id
        name
        __typename
      }
      pointsEarned
      available
      redeemable {
        points
        value {
          amount
          currencyCode
          __typename
        }
        because
        __typename
      }
      engineVersion
      expiresAt
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const quotePurchase = /* @__PURE__ */ operation<typeof QuotePurchase>("QuotePurchase", "94b8ba6970cb1d1c6239b95690f12ffede55bb891b21bba89f65e495ed8599a9");

const RecordPurchase = /* @__PURE__ */ graphql(`
mutation RecordPurchase($input: RecordPurchaseInput!) {
  recordPurchase(input: $input) {
    __typename
    ... on RecordPurchaseSuccess {
      purchase {
        id
        pointsEarned
        pointsSpent
        explanation {
          steps {
            rule
            applied
            because
            unrounded
            points
            __typename
          }
          __typename
        }
        __typename
      }
      redemption {
        id
        captured
        __typename
      }
      wallet {
        available
        pending
        __typename
      }
      replayed
      __typename
    }
    ... on InsufficientPointsError {
      available
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const recordPurchase = /* @__PURE__ */ operation<typeof RecordPurchase>("RecordPurchase", "7b9d7c1614b90885530a062b90d5b758b80d9f0d8169063e5fc528814f4601b9");

const ReleasePoints = /* @__PURE__ */ graphql(`
mutation ReleasePoints($input: ReleasePointsInput!) {
  releasePoints(input: $input) {
    __typename
    ... on ReleasePointsSuccess {
      redemption {
        id
        state
        reserved
        captured
        expiresAt
        __typename
      }
      wallet {
        available
        __typename
      }
      replayed
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const releasePoints = /* @__PURE__ */ operation<typeof ReleasePoints>("ReleasePoints", "a23aade43471f3c78ff13223b10c93d7df6d30e8d7652052c87c1c0c0242b0a8");

const ReservePoints = /* @__PURE__ */ graphql(`
mutation ReservePoints($input: ReservePointsInput!) {
  reservePoints(input: $input) {
    __typename
    ... on ReservePointsSuccess {
      redemption {
        id
        state
        reserved
        captured
        expiresAt
        __typename
      }
      wallet {
        available
        __typename
      }
      replayed
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const reservePoints = /* @__PURE__ */ operation<typeof ReservePoints>("ReservePoints", "360c449c1967dadcb04e7bdbf64bee6e2ec6837521e3b6bcfb441b417d66379d");

const ResumePartner = /* @__PURE__ */ graphql(`
mutation ResumePartner($input: ResumePartnerInput!) {
  resumePartner(input: $input) {
    ... on ResumePartnerSuccess {
      partner {
        id
        status
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const resumePartner = /* @__PURE__ */ operation<typeof ResumePartner>("ResumePartner", "f4d95969e62b7b6776721629cf9d65ec0511160674fb78899a6e84c7d6536bb8");

const ReturnPurchase = /* @__PURE__ */ graphql(`
mutation ReturnPurchase($input: ReturnPurchaseInput!) {
  returnPurchase(input: $input) {
    __typename
    ... on ReturnPurchaseSuccess {
      purchaseReturn {
        id
        amount {
          amount
          __typename
        }
        pointsClawedBack
        pointsRestored
        __typename
      }
      wallet {
        available
        __typename
      }
      replayed
      __typename
    }
    ... on ReturnExceedsPurchaseError {
      line
      returnable
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const returnPurchase = /* @__PURE__ */ operation<typeof ReturnPurchase>("ReturnPurchase", "64feb1a62c4361ceab10238984874f241c6b19839b71698d5521039a37cd6034");

const StatementPage = /* @__PURE__ */ graphql(`
query StatementPage($id: ID!) {
  statement(id: $id) {
    id
    version
    publishedAt
    supersededAt
    hash
    partner {
      id
      name
      legalEntities {
        name
        taxNumber
        country
        __typename
      }
      __typename
    }
    cycle {
      id
      seq
      opensAt
      cutoffAt
      state
      __typename
    }
    position {
      amount
      currencyCode
      __typename
    }
    lines {
      section
      originCycle {
        id
        seq
        __typename
      }
      amount {
        amount
        currencyCode
        __typename
      }
      entryCount
      __typename
    }
    obligation {
      state
      direction
      dueOn
      opening {
        amount
        currencyCode
        __typename
      }
      amount {
        amount
        currencyCode
        __typename
      }
      carried {
        amount
        currencyCode
        __typename
      }
      paid {
        amount
        currencyCode
        __typename
      }
      __typename
    }
    __typename
  }
}
`);
export const statementPage = /* @__PURE__ */ operation<typeof StatementPage>("StatementPage", "13a7bfd36166fb9557cd44e9e8ac327a6888db1194fe34845cfe79c4efb8c642");

const SubmitBatch = /* @__PURE__ */ graphql(`
mutation SubmitBatch($input: SubmitBatchInput!) {
  submitBatch(input: $input) {
    __typename
    ... on SubmitBatchSuccess {
      outcomes {
        index
        idempotencyKey
        state
        refusal {
          code
          message
          __typename
        }
        purchase {
          id
          pointsEarned
          __typename
        }
        purchaseReturn {
          id
          pointsClawedBack
          pointsRestored
          __typename
        }
        wallet {
          available
          __typename
        }
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const submitBatch = /* @__PURE__ */ operation<typeof SubmitBatch>("SubmitBatch", "393939bdb2d22f270fac2ce02e9b8b1b1ea639ccbb34ec04401f1e0efa984a9c");

const SuspendPartner = /* @__PURE__ */ graphql(`
mutation SuspendPartner($input: SuspendPartnerInput!) {
  suspendPartner(input: $input) {
    ... on SuspendPartnerSuccess {
      partner {
        id
        status
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
    __typename
  }
}
`);
export const suspendPartner = /* @__PURE__ */ operation<typeof SuspendPartner>("SuspendPartner", "049a658f2d532ac64419135e4d050277a6b9004e92fb9bbfad22a4e1d8f36d87");

const TillMember = /* @__PURE__ */ graphql(`
query TillMember($kind: IdentifierKind!, $value: String!) {
  memberByIdentifier(kind: $kind, value: $value) {
    __typename
    ... on Member {
      id
      name
      balance {
        available
        pending
        value {
          amount
          currencyCode
          __typename
        }
        __typename
      }
      __typename
    }
    ... on Error {
      code
      message
      __typename
    }
  }
}
`);
export const tillMember = /* @__PURE__ */ operation<typeof TillMember>("TillMember", "495407d0682b79fc8bae198915ec75f70d9849b04f3e47257a692652ba8a385f");

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
