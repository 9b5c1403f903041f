// Made by scripts/operations.ts from schema/operations; edit those.
import { graphql, operation } from "#schema/typed.ts";

const AcceptDisputeAnswer = /* @__PURE__ */ graphql(`
mutation AcceptDisputeAnswer($input: AcceptDisputeAnswerInput!) {
  acceptDisputeAnswer(input: $input) {
    ... on AcceptDisputeAnswerSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const acceptDisputeAnswer = /* @__PURE__ */ operation<typeof AcceptDisputeAnswer>("AcceptDisputeAnswer", "e5dfbb953117ff0a8d3ed585414fe665f6e6890c19f7eb60b75785cf3ff0563e");

const AccountEntries = /* @__PURE__ */ graphql(`
query AccountEntries($account: LedgerAccount!, $ownerId: ID, $cycleId: ID!, $first: Int!, $after: String, $kinds: [EntryKind!], $at: DateTime) {
  accountBalance(account: $account, ownerId: $ownerId, at: $at) {
    ownerId
    partner {
      id
      name
    }
    member {
      id
      name
    }
    points
    money {
      amount
      currencyCode
    }
    entryCount
  }
  cycle(id: $cycleId) {
    id
    seq
    entries(
      first: $first
      after: $after
      account: $account
      ownerId: $ownerId
      kinds: $kinds
      postedBy: $at
    ) {
      edges {
        node {
          id
          kind
          occurredAt
          postedAt
          partner {
            id
            name
          }
          member {
            id
            name
          }
          reason
          moveOn(account: $account, ownerId: $ownerId) {
            points
            money {
              amount
              currencyCode
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const accountEntries = /* @__PURE__ */ operation<typeof AccountEntries>("AccountEntries", "62621ff37f25ccd528ea5db167691544909334c9f814102fa8a36b45e2bf357c");

const AccountOwners = /* @__PURE__ */ graphql(`
query AccountOwners($account: LedgerAccount!, $first: Int!, $after: String, $at: DateTime) {
  accountBalance(account: $account, at: $at) {
    points
    money {
      amount
      currencyCode
    }
    entryCount
  }
  accountBalances(account: $account, first: $first, after: $after, at: $at) {
    edges {
      node {
        ownerId
        partner {
          id
          name
        }
        member {
          id
          name
        }
        points
        money {
          amount
          currencyCode
        }
        entryCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const accountOwners = /* @__PURE__ */ operation<typeof AccountOwners>("AccountOwners", "17e352a373169d98a721c9c28b5cdf49444dec213902b0cdfbd01654c4fd7366");

const AccountTotals = /* @__PURE__ */ graphql(`
query AccountTotals($at: DateTime) {
  accountTotals(at: $at) {
    account
    points
    money {
      amount
      currencyCode
    }
    entryCount
  }
}
`);
export const accountTotals = /* @__PURE__ */ operation<typeof AccountTotals>("AccountTotals", "b9703aa87df3819d8362c8545a961cd7adc0cfcf439a0a5a8589d5ceeaa77dc6");

const ActivateOffer = /* @__PURE__ */ graphql(`
mutation ActivateOffer($input: ActivateOfferInput!) {
  activateOffer(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ActivateOfferSuccess {
      personalOffer {
        id
        activatedAt
      }
    }
  }
}
`);
export const activateOffer = /* @__PURE__ */ operation<typeof ActivateOffer>("ActivateOffer", "4f87467a98ac3ab54d50914f34c6ccf1114c34f03007be8598b7b90230b6b56a");

const ActorNames = /* @__PURE__ */ graphql(`
query ActorNames($actors: [String!]!) {
  actorNames(actors: $actors) {
    actor
    name
  }
}
`);
export const actorNames = /* @__PURE__ */ operation<typeof ActorNames>("ActorNames", "ab873d493084c3dbd494b4b1e41dd1dd7c0cf992bfb4868c7c72241c8767496c");

const AddDisputeEvidence = /* @__PURE__ */ graphql(`
mutation AddDisputeEvidence($input: AddDisputeEvidenceInput!) {
  addDisputeEvidence(input: $input) {
    ... on AddDisputeEvidenceSuccess {
      dispute {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const addDisputeEvidence = /* @__PURE__ */ operation<typeof AddDisputeEvidence>("AddDisputeEvidence", "da701e68dfe958d7bdf5607e9f0b871c114cc8c0a4fff99e1ab054ca59d9e847");

const AdjustPoints = /* @__PURE__ */ graphql(`
mutation AdjustPoints($input: AdjustPointsInput!) {
  adjustPoints(input: $input) {
    ... on Error {
      code
      message
    }
    ... on AdjustPointsSuccess {
      member {
        id
      }
    }
  }
}
`);
export const adjustPoints = /* @__PURE__ */ operation<typeof AdjustPoints>("AdjustPoints", "60ea4289e3f17bc466bfc4d8b45661d8034a6265d00d2dcb75122347ec8dccfa");

const AnswerPoolInvitation = /* @__PURE__ */ graphql(`
mutation AnswerPoolInvitation($input: AnswerPoolInvitationInput!) {
  answerPoolInvitation(input: $input) {
    ... on Error {
      code
      message
    }
    ... on AnswerPoolInvitationSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const answerPoolInvitation = /* @__PURE__ */ operation<typeof AnswerPoolInvitation>("AnswerPoolInvitation", "6fe0d8083af153dbf9d257f165abfc62cb5f708f19cc53ace900b4d6804d726d");

const AnswerSpendRequest = /* @__PURE__ */ graphql(`
mutation AnswerSpendRequest($input: AnswerSpendRequestInput!) {
  answerSpendRequest(input: $input) {
    ... on Error {
      code
      message
    }
    ... on AnswerSpendRequestSuccess {
      spendRequest {
        id
        state
      }
    }
  }
}
`);
export const answerSpendRequest = /* @__PURE__ */ operation<typeof AnswerSpendRequest>("AnswerSpendRequest", "f94e8f48a49fff352829c0ff6724b0de0fbf2792e915d7140c78067c9dba3660");

const ApplyLotsRule = /* @__PURE__ */ graphql(`
mutation ApplyLotsRule($input: ApplyLotsRuleInput!) {
  applyLotsRule(input: $input) {
    ... on ApplyLotsRuleSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const applyLotsRule = /* @__PURE__ */ operation<typeof ApplyLotsRule>("ApplyLotsRule", "a02aeb97ce37b7815e0ee59377b221978883f42981000770d6f7bcf373c3295a");

const ApplyWaterfall = /* @__PURE__ */ graphql(`
mutation ApplyWaterfall($input: ApplyWaterfallInput!) {
  applyWaterfall(input: $input) {
    ... on ApplyWaterfallSuccess {
      obligation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const applyWaterfall = /* @__PURE__ */ operation<typeof ApplyWaterfall>("ApplyWaterfall", "4bca88ba5c0924946b853c29e1ab604251b1e0892da6908d218b2e397afa133a");

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
        asked {
          field
          before
          after
        }
        contractProposal {
          partner {
            id
            name
          }
          validFrom
          changes {
            term
            before
            after
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const approvals = /* @__PURE__ */ operation<typeof Approvals>("Approvals", "04f43e785a65aaf416905413f51bba040eeaf3a45e454118e14c1c0dca627f30");

const ApproveCycle = /* @__PURE__ */ graphql(`
mutation ApproveCycle($input: ApproveCycleInput!) {
  approveCycle(input: $input) {
    ... on ApproveCycleSuccess {
      cycle {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const approveCycle = /* @__PURE__ */ operation<typeof ApproveCycle>("ApproveCycle", "bb96e3b08830aef8554a2adbdb56140a16214c09e2a4c64ca0f977c3d0efecff");

const ApprovePayments = /* @__PURE__ */ graphql(`
mutation ApprovePayments($input: ApprovePaymentsInput!) {
  approvePayments(input: $input) {
    ... on ApprovePaymentsSuccess {
      payments {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const approvePayments = /* @__PURE__ */ operation<typeof ApprovePayments>("ApprovePayments", "3be685a8953eb07ba9801480b29fd69e5ec0cab51c623f81c88c5eb47c4904bf");

const AuditChain = /* @__PURE__ */ graphql(`
query AuditChain($keptHash: String) {
  auditChain(keptHash: $keptHash) {
    isIntact
    length
    headHash
    keptFound
    broken {
      number
      detail
    }
  }
}
`);
export const auditChain = /* @__PURE__ */ operation<typeof AuditChain>("AuditChain", "a55951fa7b14bfddf5b032a0e3f21ff2ea3668c81a3415c4031b77b511fa8da3");

const AuditLog = /* @__PURE__ */ graphql(`
query AuditLog($first: Int!, $after: String, $actor: String, $action: String, $object: String, $objectId: ID, $from: DateTime, $until: DateTime) {
  auditLog(
    first: $first
    after: $after
    actor: $actor
    action: $action
    object: $object
    objectId: $objectId
    from: $from
    until: $until
  ) {
    edges {
      node {
        number
        recordedAt
        actor
        action
        object
        objectId
        reason
        requestId
        ip
        hash
        partner {
          id
          name
        }
        approval {
          id
          decidedBy
        }
        changes {
          field
          before
          after
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const auditLog = /* @__PURE__ */ operation<typeof AuditLog>("AuditLog", "36b8418fa582c3f034b56f530f7a577d09d3b31aab3bbd9f2ee6dd079aec8736");

const BalanceChanged = /* @__PURE__ */ graphql(`
subscription BalanceChanged($memberId: ID!) {
  balanceChanged(memberId: $memberId) {
    id
    rungAt
  }
}
`);
export const balanceChanged = /* @__PURE__ */ operation<typeof BalanceChanged>("BalanceChanged", "5b7f39123df01cdaf57c3123beccc6ae320788d2fd5b010cdb35a19acdbe1aaa");

const BalanceTrees = /* @__PURE__ */ graphql(`
query BalanceTrees($first: Int, $after: String) {
  balanceTrees(first: $first, after: $after) {
    edges {
      node {
        id
        takenAt
        memberCount
        points
        root
        signature
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const balanceTrees = /* @__PURE__ */ operation<typeof BalanceTrees>("BalanceTrees", "575c68749a5aef4c9bab7f1c579a4e987ccbdc5af374b4d16f3cb5745bf521d4");

const BankStatementList = /* @__PURE__ */ graphql(`
query BankStatementList($first: Int!, $after: String, $book: BankBook) {
  bankStatements(first: $first, after: $after, book: $book) {
    edges {
      node {
        id
        bankId
        book
        sequence
        openedOn
        closedOn
        lineCount
        importedBy
        importedAt
        finishedAt
        opening {
          amount
          currencyCode
        }
        closing {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const bankStatementList = /* @__PURE__ */ operation<typeof BankStatementList>("BankStatementList", "9752674e101f9a9f1363a1925dc59995f85b53e3c0d021fd47ac7e12318fd30b");

const BankStatementPage = /* @__PURE__ */ graphql(`
query BankStatementPage($id: ID!, $first: Int!, $after: String) {
  bankStatement(id: $id) {
    id
    bankId
    book
    sequence
    openedOn
    closedOn
    lineCount
    importedBy
    importedAt
    finishedAt
    opening {
      amount
      currencyCode
    }
    closing {
      amount
      currencyCode
    }
    bankAccount {
      iban
      holder
    }
    lines(first: $first, after: $after) {
      edges {
        node {
          id
          seq
          bookedOn
          bankRef
          endToEndId
          remittance
          counterpartyName
          amount {
            amount
            currencyCode
          }
          item {
            id
            state
            kind
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const bankStatementPage = /* @__PURE__ */ operation<typeof BankStatementPage>("BankStatementPage", "c0496dc07e628e7f402c5f727299ad48663d497fe6d09e354c4f788ebe589f0b");

const BestOffers = /* @__PURE__ */ graphql(`
query BestOffers {
  myOffers(first: 3) {
    edges {
      node {
        ...PersonalOfferCard
      }
    }
  }
  myStampCards {
    ...HeldStampCardFace
  }
}

fragment PersonalOfferCard on PersonalOffer {
  id
  expiresAt
  seenAt
  activatedAt
  usedAt
  offer {
    id
    category
    symbol
    name {
      en
      ru
      be
    }
    terms {
      en
      ru
      be
    }
    partner {
      id
      name
    }
    validUntil
    gives {
      kind
      on
      where
      times
      size
      give {
        by
        number
        per
        bps
      }
      take {
        by
        bps
        amount
        price
      }
    }
    couponPool {
      id
      name {
        en
        ru
        be
      }
    }
  }
}

fragment HeldStampCardFace on HeldStampCard {
  stamps
  card {
    id
    symbol
    size
    name {
      en
      ru
      be
    }
    terms {
      en
      ru
      be
    }
    partner {
      id
      name
    }
  }
}
`);
export const bestOffers = /* @__PURE__ */ operation<typeof BestOffers>("BestOffers", "3bf660a37db88dd4dd784fda58d39497e85d360b3a5f26c0031f47da0a3b2c70");

const BlockCard = /* @__PURE__ */ graphql(`
mutation BlockCard($input: BlockCardInput!) {
  blockCard(input: $input) {
    ... on Error {
      code
      message
    }
    ... on BlockCardSuccess {
      card {
        id
        status
      }
    }
  }
}
`);
export const blockCard = /* @__PURE__ */ operation<typeof BlockCard>("BlockCard", "e24444f88adf0846e9e0beb8456b14e6d8d3a277742eade57aa9b86a2a811e9b");

const BlockIssuing = /* @__PURE__ */ graphql(`
mutation BlockIssuing($input: BlockIssuingInput!) {
  blockIssuing(input: $input) {
    ... on BlockIssuingSuccess {
      partner {
        id
        status
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const blockIssuing = /* @__PURE__ */ operation<typeof BlockIssuing>("BlockIssuing", "5da1e525376c8ca0236a3122ae89963ff9f2f7058533ca51112a414996f6ea69");

const BlockMember = /* @__PURE__ */ graphql(`
mutation BlockMember($input: BlockMemberInput!) {
  blockMember(input: $input) {
    ... on Error {
      code
      message
    }
    ... on BlockMemberSuccess {
      member {
        id
      }
    }
  }
}
`);
export const blockMember = /* @__PURE__ */ operation<typeof BlockMember>("BlockMember", "f6b01ea1472a017c5d426e2f08b6406b5db62e28c17a49476d4b375a92a05a0e");

const BookPlace = /* @__PURE__ */ graphql(`
mutation BookPlace($input: BookPlaceInput!) {
  bookPlace(input: $input) {
    ... on Error {
      code
      message
    }
    ... on BookPlaceSuccess {
      booking {
        id
        state
        code
      }
    }
  }
}
`);
export const bookPlace = /* @__PURE__ */ operation<typeof BookPlace>("BookPlace", "2a2a92ba1950ece22ebe7abc023df088232fde4bc9bfd1fa52fc33d770cd7bf3");

const BuyPointsPack = /* @__PURE__ */ graphql(`
mutation BuyPointsPack($input: BuyPointsPackInput!) {
  buyPointsPack(input: $input) {
    ... on BuyPointsPackSuccess {
      __typename
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const buyPointsPack = /* @__PURE__ */ operation<typeof BuyPointsPack>("BuyPointsPack", "9b2719398ba8490cc8ed87bc868983b2135ee9666883dd866c173d28efab881b");

const CampaignInReview = /* @__PURE__ */ graphql(`
query CampaignInReview($id: ID!) {
  node(id: $id) {
    __typename
    ... on CampaignVersion {
      id
      version
      campaign {
        id
        partner {
          id
          name
        }
      }
      definition {
        ...CampaignText
      }
      simulations {
        ...CampaignTrial
      }
    }
  }
}

fragment CampaignText on CampaignDefinition {
  name {
    en
    ru
    be
  }
  startsAt
  endsAt
  occasion
  stacking {
    group
    mode
    priority
    exclusive
  }
  funding {
    kind
    bps
    partner {
      id
      name
    }
  }
  rules {
    ...CampaignRuleText
  }
  limits {
    unit
    most
    scope
    period
    rule
    over
  }
}

fragment CampaignRuleText on CampaignRule {
  label {
    en
    ru
    be
  }
  coupon
  conditions {
    label {
      en
      ru
      be
    }
    expression
  }
  effects {
    kind
    on
    where
    give {
      by
      number
      per
      bps
    }
    times
    take {
      by
      bps
      amount
      price
    }
    count
    gift
    worth
    card
    size
    draw
    pool
    benefit
    template
    journey
    fundedBy {
      kind
      bps
      partner {
        id
        name
      }
    }
  }
}

fragment CampaignTrial on CampaignSimulation {
  id
  state
  from
  until
  receiptsDone
  receiptsTotal
  error
  requestedAt
  finishedAt
  figures {
    receiptCount
    receiptHitCount
    memberCount
    memberReachedCount
    points
    cost {
      amount
      currencyCode
    }
    discounts {
      amount
    }
    gifts {
      amount
    }
    limitedCount
    perReceipt {
      from {
        amount
      }
      until {
        amount
      }
      count
    }
    perMember {
      from {
        amount
      }
      until {
        amount
      }
      count
    }
    actual {
      receiptHitCount
      points
      pointsWorth {
        amount
      }
      discounts {
        amount
      }
      gifts {
        amount
      }
    }
  }
}
`);
export const campaignInReview = /* @__PURE__ */ operation<typeof CampaignInReview>("CampaignInReview", "b8b95009c59461e0493444750111a27c9acdb92916ff80b0ab18a1e1ee5b9360");

const CampaignList = /* @__PURE__ */ graphql(`
query CampaignList($first: Int!, $after: String, $states: [CampaignState!], $partnerId: ID, $coalitionWide: Boolean) {
  campaigns(
    first: $first
    after: $after
    states: $states
    partnerId: $partnerId
    coalitionWide: $coalitionWide
  ) {
    edges {
      node {
        id
        partner {
          id
          name
        }
        latest {
          id
          version
          state
          startsAt
          endsAt
          needsJoining
          definition {
            name {
              en
              ru
              be
            }
            rules {
              effects {
                kind
                on
                where
                times
                size
                give {
                  by
                  number
                  per
                  bps
                }
                take {
                  by
                  bps
                  amount
                  price
                }
              }
            }
          }
          joinings {
            partner {
              id
            }
            leftAt
          }
          spent {
            spent
            limit {
              unit
              most
              scope
              period
              rule
            }
          }
        }
        running {
          id
          version
          state
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const campaignList = /* @__PURE__ */ operation<typeof CampaignList>("CampaignList", "9637d8e81fd0c47533071bcb9740c5cb1ba0b36edc77423ba422ab483440c031");

const CampaignPage = /* @__PURE__ */ graphql(`
query CampaignPage($id: ID!) {
  campaign(id: $id) {
    id
    partner {
      id
      name
    }
    versions {
      id
      version
      state
      startsAt
      endsAt
      startedAt
      endedAt
      pausedByOperator
      pausedBy {
        id
        name
      }
      needsJoining
      definition {
        ...CampaignText
      }
      reviews {
        approvalId
        partner {
          id
          name
        }
        state
        decidedAt
        note
      }
      joinings {
        partner {
          id
          name
        }
        joinedAt
        leftAt
      }
      spent {
        spent
        limit {
          unit
          most
          scope
          period
          rule
        }
      }
      steps {
        id
        from
        to
        takenAt
        by
        reason
      }
    }
  }
}

fragment CampaignText on CampaignDefinition {
  name {
    en
    ru
    be
  }
  startsAt
  endsAt
  occasion
  stacking {
    group
    mode
    priority
    exclusive
  }
  funding {
    kind
    bps
    partner {
      id
      name
    }
  }
  rules {
    ...CampaignRuleText
  }
  limits {
    unit
    most
    scope
    period
    rule
    over
  }
}

fragment CampaignRuleText on CampaignRule {
  label {
    en
    ru
    be
  }
  coupon
  conditions {
    label {
      en
      ru
      be
    }
    expression
  }
  effects {
    kind
    on
    where
    give {
      by
      number
      per
      bps
    }
    times
    take {
      by
      bps
      amount
      price
    }
    count
    gift
    worth
    card
    size
    draw
    pool
    benefit
    template
    journey
    fundedBy {
      kind
      bps
      partner {
        id
        name
      }
    }
  }
}
`);
export const campaignPage = /* @__PURE__ */ operation<typeof CampaignPage>("CampaignPage", "3ceedfb4fc66ba6548b095f4ea90f240933c9f30b1eea4b67705302f46de5320");

const CampaignTrials = /* @__PURE__ */ graphql(`
query CampaignTrials($id: ID!) {
  campaign(id: $id) {
    id
    versions {
      id
      version
      simulations {
        ...CampaignTrial
      }
    }
  }
}

fragment CampaignTrial on CampaignSimulation {
  id
  state
  from
  until
  receiptsDone
  receiptsTotal
  error
  requestedAt
  finishedAt
  figures {
    receiptCount
    receiptHitCount
    memberCount
    memberReachedCount
    points
    cost {
      amount
      currencyCode
    }
    discounts {
      amount
    }
    gifts {
      amount
    }
    limitedCount
    perReceipt {
      from {
        amount
      }
      until {
        amount
      }
      count
    }
    perMember {
      from {
        amount
      }
      until {
        amount
      }
      count
    }
    actual {
      receiptHitCount
      points
      pointsWorth {
        amount
      }
      discounts {
        amount
      }
      gifts {
        amount
      }
    }
  }
}
`);
export const campaignTrials = /* @__PURE__ */ operation<typeof CampaignTrials>("CampaignTrials", "38174aebfa6debbb40bed0a18e07e3488b83996c1e2a1387ec642916e2a141ff");

const CampaignWizard = /* @__PURE__ */ graphql(`
query CampaignWizard {
  campaignTemplates {
    name
    says
    fields {
      name
      kind
      required
      says
    }
  }
  facts {
    name
    type
    unit
    description
  }
  campaignPolicy {
    budgetRequired
  }
}
`);
export const campaignWizard = /* @__PURE__ */ operation<typeof CampaignWizard>("CampaignWizard", "5b28a1eaf2d0b22db278af6dff742e125b4a299c15a5936241c9f89a884565d4");

const CancelBooking = /* @__PURE__ */ graphql(`
mutation CancelBooking($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CancelBookingSuccess {
      booking {
        id
        state
      }
    }
  }
}
`);
export const cancelBooking = /* @__PURE__ */ operation<typeof CancelBooking>("CancelBooking", "8f5385111266ec427e05f9f222911e6fe7488b263e141b9942e1b1caa48c751b");

const CancelCouponRun = /* @__PURE__ */ graphql(`
mutation CancelCouponRun($input: CancelCouponRunInput!) {
  cancelCouponRun(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CancelCouponRunSuccess {
      run {
        id
        state
      }
    }
  }
}
`);
export const cancelCouponRun = /* @__PURE__ */ operation<typeof CancelCouponRun>("CancelCouponRun", "0a5d0fcda10e30c3a5763e769ef35f3fe1c64d9836dcf03813b3ce4d2cd09682");

const CancelDraw = /* @__PURE__ */ graphql(`
mutation CancelDraw($input: CancelDrawInput!) {
  cancelDraw(input: $input) {
    ... on CancelDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const cancelDraw = /* @__PURE__ */ operation<typeof CancelDraw>("CancelDraw", "249d4164050b6a587f8aec13ccfbfbe75d36eae7272217c0c8a4dc47f19f5a54");

const CancelExport = /* @__PURE__ */ graphql(`
mutation CancelExport($input: CancelExportInput!) {
  cancelExport(input: $input) {
    ... on CancelExportSuccess {
      exportJob {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const cancelExport = /* @__PURE__ */ operation<typeof CancelExport>("CancelExport", "e9cd03bdff637ea1e8b49522aa6ec4302697088092e2acb1dc2946fb3784fbb1");

const CancelMemberEvent = /* @__PURE__ */ graphql(`
mutation CancelMemberEvent($input: CancelMemberEventInput!) {
  cancelMemberEvent(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CancelMemberEventSuccess {
      event {
        id
        state
      }
    }
  }
}
`);
export const cancelMemberEvent = /* @__PURE__ */ operation<typeof CancelMemberEvent>("CancelMemberEvent", "06c9ca34daf10d5f95dafc6e325720157acc3647591f700e3fdda5880335e723");

const CancelPayments = /* @__PURE__ */ graphql(`
mutation CancelPayments($input: CancelPaymentsInput!) {
  cancelPayments(input: $input) {
    ... on CancelPaymentsSuccess {
      payments {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const cancelPayments = /* @__PURE__ */ operation<typeof CancelPayments>("CancelPayments", "613d69aa478c959f4e67a5a7916e388f532748c783ff396fb3cd18e04038bdd4");

const CancelRewardOrder = /* @__PURE__ */ graphql(`
mutation CancelRewardOrder($input: CancelRewardOrderInput!) {
  cancelRewardOrder(input: $input) {
    ... on CancelRewardOrderSuccess {
      order {
        id
        state
        cancelledAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const cancelRewardOrder = /* @__PURE__ */ operation<typeof CancelRewardOrder>("CancelRewardOrder", "c1b1a63373f59c174bbf3a1da1b3e9f84adb61cb2e327eb1dc2f40314f69ee00");

const CancelSimulation = /* @__PURE__ */ graphql(`
mutation CancelSimulation($input: CancelSimulationInput!) {
  cancelSimulation(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CancelSimulationSuccess {
      simulation {
        id
        state
      }
    }
  }
}
`);
export const cancelSimulation = /* @__PURE__ */ operation<typeof CancelSimulation>("CancelSimulation", "b7d9d8f1753733839196f189a5375efe9bf59efa02687f049011a8b899f9532c");

const CancelSubscription = /* @__PURE__ */ graphql(`
mutation CancelSubscription($input: CancelSubscriptionInput!) {
  cancelSubscription(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CancelSubscriptionSuccess {
      subscription {
        id
        state
      }
    }
  }
}
`);
export const cancelSubscription = /* @__PURE__ */ operation<typeof CancelSubscription>("CancelSubscription", "fe855973005ebfbb3b7b5bb29998ba622d42d1d983fd955c1d0992fbc5931e3b");

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
      }
      wallet {
        available
      }
      replayed
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const capturePoints = /* @__PURE__ */ operation<typeof CapturePoints>("CapturePoints", "79eafa42f87c81a1c4097a8532b84c5b71f9c91f39b1e52a990989ada0417f72");

const ChallengeList = /* @__PURE__ */ graphql(`
query ChallengeList($after: String) {
  challenges(first: 30, after: $after) {
    edges {
      node {
        id
        state
        goalKind
        goal
        period
        startsAt
        endsAt
        points
        tickets
        awardsMost
        awardsGiven
        name {
          en
          ru
          be
        }
        badge {
          icon
          name {
            en
            ru
            be
          }
        }
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const challengeList = /* @__PURE__ */ operation<typeof ChallengeList>("ChallengeList", "178390d6abdcd8bcddfdd93aef020bc8e6ef551b6395643fb37c71c97ec47d38");

const ChangeProgrammeRules = /* @__PURE__ */ graphql(`
mutation ChangeProgrammeRules($input: ChangeProgrammeRulesInput!) {
  changeProgrammeRules(input: $input) {
    ... on ChangeProgrammeRulesSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const changeProgrammeRules = /* @__PURE__ */ operation<typeof ChangeProgrammeRules>("ChangeProgrammeRules", "407d3447274b3383e7a44feaefc1c60b8ff0b6540ff32dae6e9851833a6d3ebd");

const CheckIn = /* @__PURE__ */ graphql(`
mutation CheckIn($input: CheckInInput!) {
  checkIn(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CheckInSuccess {
      booking {
        id
        state
        member {
          id
          name
        }
      }
    }
  }
}
`);
export const checkIn = /* @__PURE__ */ operation<typeof CheckIn>("CheckIn", "2fc9444e81a096efd2d89b848a07f46115b8b740a61d5756ff57cbf6afbd99f6");

const CheckRules = /* @__PURE__ */ graphql(`
query CheckRules($definition: CampaignDefinitionInput!) {
  checkRules(definition: $definition) {
    path
    line
    column
    code
    message
  }
}
`);
export const checkRules = /* @__PURE__ */ operation<typeof CheckRules>("CheckRules", "4c53dcc5cc83b043f620646482faf24a5dd63056439a3095d66f8adaccf411ec");

const ClaimFile = /* @__PURE__ */ graphql(`
query ClaimFile($claimId: ID!) {
  claimFile(claimId: $claimId) {
    fileName
    mediaType
    contentBase64
  }
}
`);
export const claimFile = /* @__PURE__ */ operation<typeof ClaimFile>("ClaimFile", "b4ca8a8624a29ba872ae8fe8e627bcc9a4fa181d0109bb0c11c968fb0f536cbc");

const ClaimList = /* @__PURE__ */ graphql(`
query ClaimList($first: Int!, $after: String, $states: [ClaimState!]) {
  claims(first: $first, after: $after, states: $states) {
    edges {
      node {
        id
        kind
        state
        receiptNumber
        boughtOn
        amount {
          amount
          currencyCode
        }
        note
        fileName
        points
        reason
        openedAt
        deadlineAt
        decidedAt
        member {
          id
          name
        }
        partner {
          id
          name
        }
        purchase {
          id
          pointsEarned
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const claimList = /* @__PURE__ */ operation<typeof ClaimList>("ClaimList", "cb4a8bf4dcd6b528aa8d9e0c20a0df3d40d19a82274d7dfd5de535c4670e3f25");

const CloseClub = /* @__PURE__ */ graphql(`
mutation CloseClub($input: CloseClubInput!) {
  closeClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CloseClubSuccess {
      club {
        id
        state
      }
    }
  }
}
`);
export const closeClub = /* @__PURE__ */ operation<typeof CloseClub>("CloseClub", "f25dee64fdac46845aea3b7b28309a9d2110c18c52d6408de37a7d5025c2b795");

const CloseCycle = /* @__PURE__ */ graphql(`
mutation CloseCycle($input: CloseCycleInput!) {
  closeCycle(input: $input) {
    ... on CloseCycleSuccess {
      cycle {
        id
        state
      }
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const closeCycle = /* @__PURE__ */ operation<typeof CloseCycle>("CloseCycle", "970fa7a1e63c6c7f37fd892e004294aa170b3bfab11b23792888cc980775409d");

const ClubList = /* @__PURE__ */ graphql(`
query ClubList($first: Int!, $after: String) {
  clubs(first: $first, after: $after) {
    edges {
      node {
        id
        code
        state
        entry
        memberCount
        createdAt
        name {
          en
          ru
          be
        }
        about {
          en
          ru
          be
        }
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
  }
}
`);
export const clubList = /* @__PURE__ */ operation<typeof ClubList>("ClubList", "ac347871da796bb5238aed3c5d9557aabfe1b3d5ec10bdbd38f4115ddda36b61");

const ClubPage = /* @__PURE__ */ graphql(`
query ClubPage($id: ID!, $first: Int!, $after: String) {
  club(id: $id) {
    id
    code
    state
    entry
    entryCode
    tiers
    segments
    memberCount
    createdAt
    name {
      en
      ru
      be
    }
    about {
      en
      ru
      be
    }
    partner {
      id
      name
    }
    memberships(first: $first, after: $after) {
      edges {
        node {
          id
          state
          joinedAt
          member {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
    }
  }
}
`);
export const clubPage = /* @__PURE__ */ operation<typeof ClubPage>("ClubPage", "0f271ca8bfcd743685b0b90f11070b917df55ef29042bec6b2b573c8da7939de");

const ComparePartnerFile = /* @__PURE__ */ graphql(`
mutation ComparePartnerFile($input: ComparePartnerFileInput!) {
  comparePartnerFile(input: $input) {
    ... on ComparePartnerFileSuccess {
      __typename
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const comparePartnerFile = /* @__PURE__ */ operation<typeof ComparePartnerFile>("ComparePartnerFile", "b62d13b49d16b2d12465509d40a3011a9e17cec384093456ef57f3a73543f821");

const ConcedeDispute = /* @__PURE__ */ graphql(`
mutation ConcedeDispute($input: ConcedeDisputeInput!) {
  concedeDispute(input: $input) {
    ... on ConcedeDisputeSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const concedeDispute = /* @__PURE__ */ operation<typeof ConcedeDispute>("ConcedeDispute", "506411160be20e0d5c262b9bcf00da99ef2379f111236aee08878815249a3aab");

const ConfirmClaim = /* @__PURE__ */ graphql(`
mutation ConfirmClaim($input: ConfirmClaimInput!) {
  confirmClaim(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ConfirmClaimSuccess {
      claim {
        id
        state
        points
      }
    }
  }
}
`);
export const confirmClaim = /* @__PURE__ */ operation<typeof ConfirmClaim>("ConfirmClaim", "5c774904e071ad46ac542c29bc3f06b7c6e0f7592cfca5b839b8e5dc711ddae2");

const ConfirmStatement = /* @__PURE__ */ graphql(`
mutation ConfirmStatement($input: ConfirmStatementInput!) {
  confirmStatement(input: $input) {
    ... on ConfirmStatementSuccess {
      statement {
        id
        confirmedAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const confirmStatement = /* @__PURE__ */ operation<typeof ConfirmStatement>("ConfirmStatement", "edfd1abceef2bb529c6d5c5d037389348088600338ba6f04862215438c503aad");

const ConfirmSuggestion = /* @__PURE__ */ graphql(`
mutation ConfirmSuggestion($input: ConfirmSuggestionInput!) {
  confirmSuggestion(input: $input) {
    ... on ConfirmSuggestionSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const confirmSuggestion = /* @__PURE__ */ operation<typeof ConfirmSuggestion>("ConfirmSuggestion", "64a47ee3a6f7665f862420462d6a330b505b80ef12902ca556d39db33f793c63");

const ConfirmVelocityCase = /* @__PURE__ */ graphql(`
mutation ConfirmVelocityCase($input: ConfirmVelocityCaseInput!) {
  confirmVelocityCase(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ConfirmVelocityCaseSuccess {
      velocityCase {
        id
        state
      }
    }
  }
}
`);
export const confirmVelocityCase = /* @__PURE__ */ operation<typeof ConfirmVelocityCase>("ConfirmVelocityCase", "73f971984306b2ab8f7a7939c6401251ec39ebcb68f8164b32fd2a1763e6d642");

const CorrectCycle = /* @__PURE__ */ graphql(`
mutation CorrectCycle($input: CorrectCycleInput!) {
  correctCycle(input: $input) {
    ... on CorrectCycleSuccess {
      cycle {
        id
        state
        version
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const correctCycle = /* @__PURE__ */ operation<typeof CorrectCycle>("CorrectCycle", "88501d8ef95026542d6c10fd1a2d5da93c71341a405eeffc8fef3a0a44efdd5a");

const CorrectPartnerFileItem = /* @__PURE__ */ graphql(`
mutation CorrectPartnerFileItem($input: CorrectPartnerFileItemInput!) {
  correctPartnerFileItem(input: $input) {
    ... on CorrectPartnerFileItemSuccess {
      approval {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const correctPartnerFileItem = /* @__PURE__ */ operation<typeof CorrectPartnerFileItem>("CorrectPartnerFileItem", "abf0e937b8196a2a77e77c4acbac108d569fbffa827c6a2319ee6d5330c1280d");

const CouponPoolPage = /* @__PURE__ */ graphql(`
query CouponPoolPage($id: ID!, $first: Int!, $after: String, $used: Boolean) {
  couponPool(id: $id) {
    ...CouponPoolRow
    runs {
      id
      kind
      state
      wanted
      made
      skipped
      createdAt
      finishedAt
    }
    coupons(first: $first, after: $after, used: $used) {
      edges {
        node {
          id
          code
          state
          givenAt
          expiresAt
          usedAt
          member {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment CouponPoolRow on CouponPool {
  id
  code
  state
  kind
  symbol
  name {
    en
    ru
    be
  }
  terms {
    en
    ru
    be
  }
  partner {
    id
    name
  }
  validFrom
  validUntil
  lastsDays
  promoCode
  usesMax
  usesPerMember
  goodAt {
    id
    name
  }
  figures {
    codes
    given
    used
  }
}
`);
export const couponPoolPage = /* @__PURE__ */ operation<typeof CouponPoolPage>("CouponPoolPage", "42973432d5fc82cbe5031c389e704be3b240101a59b2c0f40e2656b4720d120f");

const CreateClub = /* @__PURE__ */ graphql(`
mutation CreateClub($input: CreateClubInput!) {
  createClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CreateClubSuccess {
      club {
        id
      }
    }
  }
}
`);
export const createClub = /* @__PURE__ */ operation<typeof CreateClub>("CreateClub", "251e95e3065ed1e9a6d7c86a2bfa1f90e406715d1377b8b1f8a2ef727b2ecfc3");

const CreateMemberEvent = /* @__PURE__ */ graphql(`
mutation CreateMemberEvent($input: CreateMemberEventInput!) {
  createMemberEvent(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CreateMemberEventSuccess {
      event {
        id
      }
    }
  }
}
`);
export const createMemberEvent = /* @__PURE__ */ operation<typeof CreateMemberEvent>("CreateMemberEvent", "f9fd6bf5195defca31b7292e777461a1c1e29f298054b926f3b45b13bed3a0e2");

const CreateMessageTemplate = /* @__PURE__ */ graphql(`
mutation CreateMessageTemplate($input: CreateMessageTemplateInput!) {
  createMessageTemplate(input: $input) {
    __typename
    ... on CreateMessageTemplateSuccess {
      template {
        id
        name
      }
    }
    ... on MessageTemplateInvalidError {
      problems {
        path
        message
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const createMessageTemplate = /* @__PURE__ */ operation<typeof CreateMessageTemplate>("CreateMessageTemplate", "e078bbe3f29ba66fb3944416d53b9053a201706dce616b96501070756f4457d7");

const CreateReward = /* @__PURE__ */ graphql(`
mutation CreateReward($input: CreateRewardInput!) {
  createReward(input: $input) {
    ... on CreateRewardSuccess {
      reward {
        id
        state
        stock
        stockLeft
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const createReward = /* @__PURE__ */ operation<typeof CreateReward>("CreateReward", "9a4aa4172e9af3b4a56799dfdb183523e118a978f1ab660c15eb5eb8d89a8fa4");

const CustomerBook = /* @__PURE__ */ graphql(`
query CustomerBook($first: Int!, $after: String, $sort: CustomerSort, $group: CustomerGroup, $tag: String, $segmentId: ID, $silentDays: Int) {
  customers(
    first: $first
    after: $after
    sort: $sort
    group: $group
    tag: $tag
    segmentId: $segmentId
    silentDays: $silentDays
  ) {
    edges {
      cursor
      node {
        member {
          id
          name
        }
        lastOn
        visitCount
        visitsYear
        spend {
          amount
          currencyCode
        }
        averageReceipt {
          amount
          currencyCode
        }
        group
        tags
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  segments(first: 50, states: [ACTIVE]) {
    edges {
      node {
        id
        isOwn
        name {
          en
          ru
          be
        }
      }
    }
  }
}
`);
export const customerBook = /* @__PURE__ */ operation<typeof CustomerBook>("CustomerBook", "d6c505b133768d978fd6f61729097832a69ee102af9d3e3db311c305ca7d1b04");

const CustomerPage = /* @__PURE__ */ graphql(`
query CustomerPage($memberId: ID!, $partnerId: ID!, $first: Int!, $after: String) {
  customer(memberId: $memberId) {
    member {
      id
      name
      status
      enrolledAt
      balance {
        available
        value {
          amount
          currencyCode
        }
      }
    }
    firstOn
    lastOn
    dayCount
    visitCount
    visitsYear
    spend {
      amount
      currencyCode
    }
    spendYear {
      amount
      currencyCode
    }
    averageReceipt {
      amount
      currencyCode
    }
    hasRedeemed
    recency
    frequency
    monetary
    group
    tags
    segments {
      id
      name {
        en
        ru
        be
      }
    }
  }
  member(id: $memberId) {
    id
    name
    status
    enrolledAt
    balance {
      available
      value {
        amount
        currencyCode
      }
    }
  }
  purchases(
    memberId: $memberId
    partnerId: $partnerId
    first: $first
    after: $after
  ) {
    edges {
      node {
        id
        receiptNumber
        occurredAt
        total {
          amount
          currencyCode
        }
        paid {
          amount
          currencyCode
        }
        pointsEarned
        pointsSpent
        returns {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  partner(id: $partnerId) {
    id
    locations(first: 50) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
}
`);
export const customerPage = /* @__PURE__ */ operation<typeof CustomerPage>("CustomerPage", "ae8e4afc00d42ae93fce2cecd459dad902c63c55b920e5eb93d2c03bc978e7b1");

const CycleChanged = /* @__PURE__ */ graphql(`
subscription CycleChanged($cycleId: ID!) {
  cycleChanged(cycleId: $cycleId) {
    id
    rungAt
  }
}
`);
export const cycleChanged = /* @__PURE__ */ operation<typeof CycleChanged>("CycleChanged", "8027ae3ed145da41317e74cdb0a85d9255e27ddf1f08078c7cb483c72137180c");

const CycleEntries = /* @__PURE__ */ graphql(`
query CycleEntries($cycleId: ID!, $first: Int!, $after: String, $partnerId: ID, $effectOn: ID!, $section: StatementSection, $originCycleId: ID, $issuerId: ID, $redeemerId: ID, $lotIssuerId: ID, $kinds: [EntryKind!]) {
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
      lotIssuerId: $lotIssuerId
      kinds: $kinds
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
          }
          member {
            id
            name
          }
          reason
          effectOn(partnerId: $effectOn, section: $section) {
            position {
              amount
              currencyCode
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const cycleEntries = /* @__PURE__ */ operation<typeof CycleEntries>("CycleEntries", "6647ba39d42db682346e38bd989ea2a4885d647bc9bce28897081aecac5f7628");

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
          }
          net {
            amount
            currencyCode
          }
          payIn {
            amount
            currencyCode
          }
          payOut {
            amount
            currencyCode
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const cycleList = /* @__PURE__ */ operation<typeof CycleList>("CycleList", "fd3c009e6ba88debdc4f03e60813574b40320c6726cfe1f606d6941537f5f90f");

const CycleMatrix = /* @__PURE__ */ graphql(`
query CycleMatrix($id: ID!, $first: Int!, $after: String) {
  cycle(id: $id) {
    id
    matrix(first: $first, after: $after) {
      edges {
        node {
          isOnUs
          points
          redemptionCount
          issuer {
            id
            name
          }
          redeemer {
            id
            name
          }
          charge {
            amount
            currencyCode
          }
          reimbursement {
            amount
            currencyCode
          }
          margin {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const cycleMatrix = /* @__PURE__ */ operation<typeof CycleMatrix>("CycleMatrix", "3e2b33ac6d001c4c953bf78a92da3ff2e12b919315df60fbb9266c2d1a68c82d");

const CycleObligations = /* @__PURE__ */ graphql(`
query CycleObligations($id: ID!, $first: Int!, $after: String) {
  cycle(id: $id) {
    id
    seq
    version
    obligations(first: $first, after: $after) {
      edges {
        node {
          id
          partner {
            id
            name
          }
          direction
          state
          dueOn
          net {
            amount
            currencyCode
          }
          amount {
            amount
            currencyCode
          }
          carried {
            amount
            currencyCode
          }
          paid {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const cycleObligations = /* @__PURE__ */ operation<typeof CycleObligations>("CycleObligations", "85597417dd83070805789cf0c0a19e5047f2f31be467b171fad742f11b995a2a");

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
    publishedAt
    totals {
      partnerCount
      savedBps
      gross {
        amount
        currencyCode
      }
      net {
        amount
        currencyCode
      }
      payIn {
        amount
        currencyCode
      }
      payOut {
        amount
        currencyCode
      }
    }
  }
}
`);
export const cyclePage = /* @__PURE__ */ operation<typeof CyclePage>("CyclePage", "a40fb3899400f9283637c7577ca04e50bce1358f9fbcb6d30b1510ea1c215fc2");

const CyclePositions = /* @__PURE__ */ graphql(`
query CyclePositions($id: ID!, $first: Int!, $after: String) {
  cycle(id: $id) {
    id
    seq
    version
    positions(first: $first, after: $after) {
      edges {
        node {
          partner {
            id
            name
          }
          opening {
            amount
            currencyCode
          }
          debit {
            amount
            currencyCode
          }
          credit {
            amount
            currencyCode
          }
          net {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const cyclePositions = /* @__PURE__ */ operation<typeof CyclePositions>("CyclePositions", "b2b1ab65f6ffa75f168adeea43dd086346344917aed8bf2f8cc91d458b1d40c7");

const CycleReview = /* @__PURE__ */ graphql(`
query CycleReview($id: ID!) {
  cycle(id: $id) {
    id
    previous {
      id
      seq
      totals {
        partnerCount
        savedBps
        gross {
          amount
          currencyCode
        }
        net {
          amount
          currencyCode
        }
        payIn {
          amount
          currencyCode
        }
        payOut {
          amount
          currencyCode
        }
      }
    }
    totalsChange {
      partnerCount
      gross {
        amount
        currencyCode
      }
      net {
        amount
        currencyCode
      }
      payIn {
        amount
        currencyCode
      }
      payOut {
        amount
        currencyCode
      }
    }
    steps {
      id
      from
      to
      takenAt
      by
      reason
      approval {
        id
        requestedBy
        decidedBy
      }
    }
    lateItems {
      section
      entryCount
      amount {
        amount
        currencyCode
      }
      originCycle {
        id
        seq
      }
    }
    review {
      statementCount
      confirmedCount
      endsAt
    }
    control {
      entryCount
      lineCount
      statementsHash
      isRecomputed
      brokenRules
      difference {
        amount
        currencyCode
      }
    }
    waitingRequests {
      id
      action
      reason
      requestedBy
      requestedAt
    }
  }
}
`);
export const cycleReview = /* @__PURE__ */ operation<typeof CycleReview>("CycleReview", "d8d31f0b69bf6572778cdb03a200d1f344b7e26828baf751120f09edc601f3a9");

const CycleStatements = /* @__PURE__ */ graphql(`
query CycleStatements($id: ID!, $first: Int!, $after: String) {
  cycle(id: $id) {
    id
    seq
    statements(first: $first, after: $after) {
      edges {
        node {
          id
          version
          hash
          publishedAt
          supersededAt
          partner {
            id
            name
          }
          position {
            amount
            currencyCode
          }
          obligation {
            id
            state
            direction
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const cycleStatements = /* @__PURE__ */ operation<typeof CycleStatements>("CycleStatements", "5187f53d1a36fdf2caf71c4d382a71f3ff73168c940e8635d0d9fde4a046f682");

const DecideApproval = /* @__PURE__ */ graphql(`
mutation DecideApproval($input: DecideApprovalInput!) {
  decideApproval(input: $input) {
    ... on DecideApprovalSuccess {
      approval {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const decideApproval = /* @__PURE__ */ operation<typeof DecideApproval>("DecideApproval", "54efed9889803c86f977d9ccf6fd563f69208a729f081aa2c23587db2587930a");

const DeclareDefault = /* @__PURE__ */ graphql(`
mutation DeclareDefault($input: DeclareDefaultInput!) {
  declareDefault(input: $input) {
    ... on DeclareDefaultSuccess {
      obligation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const declareDefault = /* @__PURE__ */ operation<typeof DeclareDefault>("DeclareDefault", "23888236317c7ffdde053c7d1984633eb2686b1f39a7f238b4754105d01ede91");

const DefaultList = /* @__PURE__ */ graphql(`
query DefaultList($first: Int!, $after: String) {
  defaults(first: $first, after: $after) {
    edges {
      node {
        id
        state
        dueOn
        partner {
          id
          name
          status
        }
        cycle {
          id
          seq
        }
        amount {
          amount
          currencyCode
        }
        paid {
          amount
          currencyCode
        }
        defaultLayers {
          kind
          partner {
            id
            name
          }
          available {
            amount
            currencyCode
          }
          used {
            amount
            currencyCode
          }
          left {
            amount
            currencyCode
          }
          recovered {
            amount
            currencyCode
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const defaultList = /* @__PURE__ */ operation<typeof DefaultList>("DefaultList", "7dec8ca5eb92a133f063139485d18d77f77e423764f239dbc31072b80a3f97b8");

const DefineSegment = /* @__PURE__ */ graphql(`
mutation DefineSegment($input: DefineSegmentInput!) {
  defineSegment(input: $input) {
    ... on DefineSegmentSuccess {
      segment {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const defineSegment = /* @__PURE__ */ operation<typeof DefineSegment>("DefineSegment", "c41e951c47773db148039aea06971b21c54a7d597d11bee8f4e4147a4e6e4c76");

const DiscardCampaignDraft = /* @__PURE__ */ graphql(`
mutation DiscardCampaignDraft($input: DiscardCampaignDraftInput!) {
  discardCampaignDraft(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DiscardCampaignDraftSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const discardCampaignDraft = /* @__PURE__ */ operation<typeof DiscardCampaignDraft>("DiscardCampaignDraft", "9debe83874a18727683dff68492ee0eb213adbfddc64b9c668f100e923877158");

const DiscardJourneyDraft = /* @__PURE__ */ graphql(`
mutation DiscardJourneyDraft($input: DiscardJourneyDraftInput!) {
  discardJourneyDraft(input: $input) {
    __typename
    ... on DiscardJourneyDraftSuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const discardJourneyDraft = /* @__PURE__ */ operation<typeof DiscardJourneyDraft>("DiscardJourneyDraft", "1330b8d869e593133808ff085b6c1f24f4cb1b270eccea339e0fb37cce6d364e");

const DismissVelocityCase = /* @__PURE__ */ graphql(`
mutation DismissVelocityCase($input: DismissVelocityCaseInput!) {
  dismissVelocityCase(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DismissVelocityCaseSuccess {
      velocityCase {
        id
        state
      }
    }
  }
}
`);
export const dismissVelocityCase = /* @__PURE__ */ operation<typeof DismissVelocityCase>("DismissVelocityCase", "afd7a1946e5022825af5de2b79a7a13cc1a8fb36dc3ac28be676365b48c5b911");

const DisputeEvidenceFile = /* @__PURE__ */ graphql(`
query DisputeEvidenceFile($evidenceId: ID!) {
  disputeEvidenceFile(evidenceId: $evidenceId) {
    fileName
    mediaType
    hash
    contentBase64
  }
}
`);
export const disputeEvidenceFile = /* @__PURE__ */ operation<typeof DisputeEvidenceFile>("DisputeEvidenceFile", "e9d50eb50edf08e54a260aca20f2a120b9bc51f8b737380d8757e21b69b2bd85");

const DisputeLimits = /* @__PURE__ */ graphql(`
query DisputeLimits($redemptionId: ID!, $claimantId: ID) {
  disputeLimits(redemptionId: $redemptionId, claimantId: $claimantId) {
    side
    reasons
    points
    until
    openDisputeId
    money {
      respondent {
        id
        name
      }
      amount {
        amount
        currencyCode
      }
      returned {
        amount
        currencyCode
      }
    }
  }
}
`);
export const disputeLimits = /* @__PURE__ */ operation<typeof DisputeLimits>("DisputeLimits", "43f9b77e5bfc94b4bd766a5d0dc176de445d852c45981aa31722f3b3fd0cecea");

const DisputeList = /* @__PURE__ */ graphql(`
query DisputeList($first: Int!, $after: String, $states: [DisputeState!], $dueBefore: DateTime) {
  disputes(first: $first, after: $after, states: $states, dueBefore: $dueBefore) {
    edges {
      node {
        id
        reason
        state
        outcome
        deadlineAt
        openedAt
        points
        claimant {
          id
          name
        }
        respondent {
          id
          name
        }
        held {
          amount
          currencyCode
        }
        upheld {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const disputeList = /* @__PURE__ */ operation<typeof DisputeList>("DisputeList", "4dd14ef4339a4e26eec28094711b4bea4b89172a7cdbd0fc13ab0bc9906828f0");

const DisputePage = /* @__PURE__ */ graphql(`
query DisputePage($id: ID!) {
  node(id: $id) {
    ... on Dispute {
      __typename
      id
      reason
      state
      outcome
      lapsed
      deadlineAt
      openedAt
      decidedAt
      redeemedAt
      points
      returnedPoints
      upheldPoints
      reconItemId
      claimant {
        id
        name
      }
      respondent {
        id
        name
      }
      originCycle {
        id
        seq
      }
      held {
        amount
        currencyCode
      }
      upheld {
        amount
        currencyCode
      }
      redemption {
        id
        state
        captured
        restored
        capturedAt
        location {
          name
        }
        partner {
          id
          name
        }
        member {
          id
          name
        }
      }
      evidence {
        id
        text
        fileName
        mediaType
        hash
        addedAt
        partner {
          id
          name
        }
      }
      proposal {
        id
        state
        reason
        requestedBy
        requestedAt
      }
    }
  }
}
`);
export const disputePage = /* @__PURE__ */ operation<typeof DisputePage>("DisputePage", "44da532b5255c40e839b720d1c8f5f0d826a947526515b17406a10e85ee54642");

const DisputeQueue = /* @__PURE__ */ graphql(`
query DisputeQueue {
  disputeQueue {
    waitsForRespondent
    waitsForClaimant
    waitsForOperator
    waitsForViewer
    overdue
    dueSoon
    nextDeadlineAt
  }
}
`);
export const disputeQueue = /* @__PURE__ */ operation<typeof DisputeQueue>("DisputeQueue", "3fcfcabc02b54c1517651af053d02eabf74e9482aaa5f1da1ebf3bfa7028e2cb");

const DonatePoints = /* @__PURE__ */ graphql(`
mutation DonatePoints($input: DonatePointsInput!) {
  donatePoints(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DonatePointsSuccess {
      redemption {
        id
      }
    }
  }
}
`);
export const donatePoints = /* @__PURE__ */ operation<typeof DonatePoints>("DonatePoints", "dd805951342214e96a6379fc7f3225c1c32babe1dc99c4faffc2f7a05002a3ef");

const DraftCampaign = /* @__PURE__ */ graphql(`
mutation DraftCampaign($input: DraftCampaignInput!) {
  draftCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CampaignInvalidError {
      problems {
        path
        line
        column
        code
        message
      }
    }
    ... on DraftCampaignSuccess {
      version {
        id
        campaign {
          id
        }
      }
    }
  }
}
`);
export const draftCampaign = /* @__PURE__ */ operation<typeof DraftCampaign>("DraftCampaign", "c5cf4a98d2711ebd7bf8dc9c2dd020c71752447d1bb7eb486352ee39771da68e");

const DraftCampaignVersion = /* @__PURE__ */ graphql(`
mutation DraftCampaignVersion($input: DraftCampaignVersionInput!) {
  draftCampaignVersion(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DraftCampaignVersionSuccess {
      version {
        id
        campaign {
          id
        }
      }
    }
  }
}
`);
export const draftCampaignVersion = /* @__PURE__ */ operation<typeof DraftCampaignVersion>("DraftCampaignVersion", "9950d8e0ee8f4731e5c9bff775e8274d7bcaaf29a777f5330c0255228160bf0d");

const DraftChallenge = /* @__PURE__ */ graphql(`
mutation DraftChallenge($input: DraftChallengeInput!) {
  draftChallenge(input: $input) {
    ... on DraftChallengeSuccess {
      challenge {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const draftChallenge = /* @__PURE__ */ operation<typeof DraftChallenge>("DraftChallenge", "4a8399d03bd9aee5f40e989c35e05d6d92798efcbe613ee816b0d12d6d89dd62");

const DraftCouponPool = /* @__PURE__ */ graphql(`
mutation DraftCouponPool($input: DraftCouponPoolInput!) {
  draftCouponPool(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DraftCouponPoolSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const draftCouponPool = /* @__PURE__ */ operation<typeof DraftCouponPool>("DraftCouponPool", "69824aec34d3c3b5411dba8f2e83a42080a26f56f30283706d08bef61e27db01");

const DraftDraw = /* @__PURE__ */ graphql(`
mutation DraftDraw($input: DraftDrawInput!) {
  draftDraw(input: $input) {
    ... on DraftDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const draftDraw = /* @__PURE__ */ operation<typeof DraftDraw>("DraftDraw", "7995e9a97b245eae3d33fd362ad55208b8a677f3dc5a35d5951e414ec55e0ed4");

const DraftGift = /* @__PURE__ */ graphql(`
mutation DraftGift($input: DraftGiftInput!) {
  draftGift(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DraftGiftSuccess {
      gift {
        id
      }
    }
  }
}
`);
export const draftGift = /* @__PURE__ */ operation<typeof DraftGift>("DraftGift", "298ef0d18f8d798035da7046596eab814709f6313b1baf206ba4f28dfd4f84f2");

const DraftJourney = /* @__PURE__ */ graphql(`
mutation DraftJourney($input: DraftJourneyInput!) {
  draftJourney(input: $input) {
    __typename
    ... on DraftJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on JourneyInvalidError {
      problems {
        path
        code
        message
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const draftJourney = /* @__PURE__ */ operation<typeof DraftJourney>("DraftJourney", "8fe7fa2f9dc5ffbdf0ff17cf0a3fb5c289fc1567e24d92de0352fcb9fe588501");

const DraftJourneyVersion = /* @__PURE__ */ graphql(`
mutation DraftJourneyVersion($input: DraftJourneyVersionInput!) {
  draftJourneyVersion(input: $input) {
    __typename
    ... on DraftJourneyVersionSuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const draftJourneyVersion = /* @__PURE__ */ operation<typeof DraftJourneyVersion>("DraftJourneyVersion", "a39e8660aa9edce8747fe30126b00b9c87b3ccae91e297caab0e109e08d00849");

const DraftOffer = /* @__PURE__ */ graphql(`
mutation DraftOffer($input: DraftOfferInput!) {
  draftOffer(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DraftOfferSuccess {
      offer {
        id
      }
    }
  }
}
`);
export const draftOffer = /* @__PURE__ */ operation<typeof DraftOffer>("DraftOffer", "7cebe114666b95a086cebf5b3af13b1dad85a4374ba3a384bd7dcd18f76d8b0f");

const DraftStampCard = /* @__PURE__ */ graphql(`
mutation DraftStampCard($input: DraftStampCardInput!) {
  draftStampCard(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DraftStampCardSuccess {
      card {
        id
      }
    }
  }
}
`);
export const draftStampCard = /* @__PURE__ */ operation<typeof DraftStampCard>("DraftStampCard", "d09ef542a29645330f5798654f01e705f568e225b6cdaa060d79f16eed6a4af9");

const DrawFile = /* @__PURE__ */ graphql(`
query DrawFile($id: ID!) {
  draw(id: $id) {
    id
    code
    file
  }
}
`);
export const drawFile = /* @__PURE__ */ operation<typeof DrawFile>("DrawFile", "905994fac8acf8f516305b0fe54bfd74ab23c0e631cf51e6acd0e30f6e86b342");

const DrawList = /* @__PURE__ */ graphql(`
query DrawList($after: String) {
  draws(first: 30, after: $after) {
    edges {
      node {
        id
        code
        state
        closesAt
        ticketCount
        holderCount
        name {
          en
          ru
          be
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const drawList = /* @__PURE__ */ operation<typeof DrawList>("DrawList", "6a6098d2b825705567185baa09f3fc5d97ea3eaab98ba765732f0543fea9ddba");

const DrawPage = /* @__PURE__ */ graphql(`
query DrawPage($id: ID!) {
  draw(id: $id) {
    id
    code
    state
    closesAt
    openedAt
    committedAt
    drawnAt
    publishedAt
    name {
      en
      ru
      be
    }
    rules {
      en
      ru
      be
    }
    organiserName
    organiserAddress
    registrationNumber
    prizes {
      quantity
      worth
      name {
        en
        ru
        be
      }
    }
    ticketPrice
    ticketsPerMember
    onePrizePerHolder
    excludesStaff
    publicSource {
      en
      ru
      be
    }
    seedHash
    listHash
    holderCount
    ticketCount
    publicValue
    seed
    proof {
      seedHolds
      listHolds
      winnersHold
    }
    winners {
      place
      prize
      ticket
      holder
      initial
    }
    request {
      id
      action
      requestedAt
    }
    steps {
      id
      to
      takenAt
      by
      reason
    }
  }
}
`);
export const drawPage = /* @__PURE__ */ operation<typeof DrawPage>("DrawPage", "8717b836013da3fcd6ec174cfd4d833f5534b3fabab0b53757f4e8959afdb0f0");

const DrawTicketList = /* @__PURE__ */ graphql(`
query DrawTicketList($id: ID!, $part: Int!) {
  draw(id: $id) {
    id
    code
    ticketList(part: $part)
  }
}
`);
export const drawTicketList = /* @__PURE__ */ operation<typeof DrawTicketList>("DrawTicketList", "2bf07dbaf1017c86f12ef47c8f581012c9a8a6d03c78cb4bdbf6884b0b693bd3");

const DrawWinners = /* @__PURE__ */ graphql(`
mutation DrawWinners($input: DrawWinnersInput!) {
  drawWinners(input: $input) {
    ... on DrawWinnersSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const drawWinners = /* @__PURE__ */ operation<typeof DrawWinners>("DrawWinners", "1d51faa08687dfba0cd0e4c740a29f3789764bc7d27c5570cd44f0bc7590cc83");

const DuplicateCampaign = /* @__PURE__ */ graphql(`
mutation DuplicateCampaign($input: DuplicateCampaignInput!) {
  duplicateCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on DuplicateCampaignSuccess {
      version {
        id
        campaign {
          id
        }
      }
    }
  }
}
`);
export const duplicateCampaign = /* @__PURE__ */ operation<typeof DuplicateCampaign>("DuplicateCampaign", "6edc75ce4e0cb15414c5c1e69937e8d8b8315dcfb3a1ae500537fd6235b0585f");

const EditCampaignDraft = /* @__PURE__ */ graphql(`
mutation EditCampaignDraft($input: EditCampaignDraftInput!) {
  editCampaignDraft(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CampaignInvalidError {
      problems {
        path
        line
        column
        code
        message
      }
    }
    ... on EditCampaignDraftSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const editCampaignDraft = /* @__PURE__ */ operation<typeof EditCampaignDraft>("EditCampaignDraft", "e672e71b810814f3008b4aab0c2d937adaac8de6f8812bee325c7d8adc8f5f24");

const EditCouponPool = /* @__PURE__ */ graphql(`
mutation EditCouponPool($input: EditCouponPoolInput!) {
  editCouponPool(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EditCouponPoolSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const editCouponPool = /* @__PURE__ */ operation<typeof EditCouponPool>("EditCouponPool", "26f355a0c7729a543899b3963d85060467b123e71e7afbf7ecb6070527901b55");

const EditGift = /* @__PURE__ */ graphql(`
mutation EditGift($input: EditGiftInput!) {
  editGift(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EditGiftSuccess {
      gift {
        id
      }
    }
  }
}
`);
export const editGift = /* @__PURE__ */ operation<typeof EditGift>("EditGift", "8b9ebfb68731ff157480085677a5ec72bd5a29814d94e4626acc51bcd08d8e2f");

const EditJourneyDraft = /* @__PURE__ */ graphql(`
mutation EditJourneyDraft($input: EditJourneyDraftInput!) {
  editJourneyDraft(input: $input) {
    __typename
    ... on EditJourneyDraftSuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on JourneyInvalidError {
      problems {
        path
        code
        message
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const editJourneyDraft = /* @__PURE__ */ operation<typeof EditJourneyDraft>("EditJourneyDraft", "9bf6f84e05e4a7c69defe08babfa60b6cb5231ed6d59758898172169dea8f6ec");

const EditMessageTemplate = /* @__PURE__ */ graphql(`
mutation EditMessageTemplate($input: EditMessageTemplateInput!) {
  editMessageTemplate(input: $input) {
    __typename
    ... on EditMessageTemplateSuccess {
      template {
        id
        name
      }
    }
    ... on MessageTemplateInvalidError {
      problems {
        path
        message
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const editMessageTemplate = /* @__PURE__ */ operation<typeof EditMessageTemplate>("EditMessageTemplate", "8e8f81d8d727b0e61cd3a22c389ca39cc0520c8b3ddf746a3571e693c29823c9");

const EditOffer = /* @__PURE__ */ graphql(`
mutation EditOffer($input: EditOfferInput!) {
  editOffer(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EditOfferSuccess {
      offer {
        id
      }
    }
  }
}
`);
export const editOffer = /* @__PURE__ */ operation<typeof EditOffer>("EditOffer", "ebf1db7732603b045fa73a1a927379a1353595cf0d6792ecc31bebc7ab015f97");

const EditStampCard = /* @__PURE__ */ graphql(`
mutation EditStampCard($input: EditStampCardInput!) {
  editStampCard(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EditStampCardSuccess {
      card {
        id
      }
    }
  }
}
`);
export const editStampCard = /* @__PURE__ */ operation<typeof EditStampCard>("EditStampCard", "6dfb6cbe4910aa86913c380b8ce18297aafa77ec711d679d1d56296d4eb9f13f");

const EndCampaign = /* @__PURE__ */ graphql(`
mutation EndCampaign($input: EndCampaignInput!) {
  endCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EndCampaignSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const endCampaign = /* @__PURE__ */ operation<typeof EndCampaign>("EndCampaign", "23c24711f2d42945cb00ac78added91cd32fa399e83c2cc49da64aace7968d0d");

const EndOffering = /* @__PURE__ */ graphql(`
mutation EndOffering($input: EndOfferingInput!) {
  endOffering(input: $input) {
    ... on Error {
      code
      message
    }
    ... on EndOfferingSuccess {
      offering {
        __typename
      }
    }
  }
}
`);
export const endOffering = /* @__PURE__ */ operation<typeof EndOffering>("EndOffering", "bcbc1ff9d9abe3d0184400758aae40f1c2ddca3f3bd35fc079bcc01aaf8c7a2f");

const EnterDraw = /* @__PURE__ */ graphql(`
mutation EnterDraw($input: EnterDrawInput!) {
  enterDraw(input: $input) {
    ... on EnterDrawSuccess {
      draw {
        id
        myTickets {
          count
          total
          holder
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const enterDraw = /* @__PURE__ */ operation<typeof EnterDraw>("EnterDraw", "a29f3e70f8a906ac8749ee8d8c5aed0ad1dc36dcdfa2624e9d8933fa3aa39756");

const EntryProof = /* @__PURE__ */ graphql(`
query EntryProof($id: ID!) {
  entry(id: $id) {
    id
    proof {
      number
      deed
      actor
      requestHash
      hash
      checks {
        rule
        promise
        holds
      }
    }
  }
}
`);
export const entryProof = /* @__PURE__ */ operation<typeof EntryProof>("EntryProof", "2939ef47eca3e7acbcfacea074ddc332efcebbc9a556d886f2821de9c44711ce");

const EscalateDispute = /* @__PURE__ */ graphql(`
mutation EscalateDispute($input: EscalateDisputeInput!) {
  escalateDispute(input: $input) {
    ... on EscalateDisputeSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const escalateDispute = /* @__PURE__ */ operation<typeof EscalateDispute>("EscalateDispute", "f30c797c0c2cf3ed849e460bb7ca03d69b18fb79464dc87086ee34ef8955f8fd");

const ExcludeFromDraw = /* @__PURE__ */ graphql(`
mutation ExcludeFromDraw($input: ExcludeFromDrawInput!) {
  excludeFromDraw(input: $input) {
    ... on ExcludeFromDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const excludeFromDraw = /* @__PURE__ */ operation<typeof ExcludeFromDraw>("ExcludeFromDraw", "aa8f6f67fdbe434315fee0657cb30ca2f4d8285940b6480fb18a1c8476759419");

const ExplainDebit = /* @__PURE__ */ graphql(`
mutation ExplainDebit($input: ExplainDebitInput!) {
  explainDebit(input: $input) {
    ... on ExplainDebitSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const explainDebit = /* @__PURE__ */ operation<typeof ExplainDebit>("ExplainDebit", "17a532f5236b582493701f9172b54ed602a80a77901685157bc5176e4fc9cb7a");

const ExportList = /* @__PURE__ */ graphql(`
query ExportList($first: Int!, $after: String) {
  exports(first: $first, after: $after) {
    edges {
      node {
        id
        report
        format
        state
        rowsDone
        rowsTotal
        fileName
        byteCount
        hash
        downloadPath
        error
        requestedAt
        finishedAt
        expiresAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const exportList = /* @__PURE__ */ operation<typeof ExportList>("ExportList", "f923d8d52833823957d4b75ba408eb4e1976cf2f0ef98509f33bee9ef0993b5f");

const ExportPayments = /* @__PURE__ */ graphql(`
mutation ExportPayments($input: ExportPaymentsInput!) {
  exportPayments(input: $input) {
    ... on ExportPaymentsSuccess {
      file {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const exportPayments = /* @__PURE__ */ operation<typeof ExportPayments>("ExportPayments", "964ab5ff76efb84cfcc2f0fc02c3da4a0fece5e070e3a7d967bedc6a190b2e20");

const ExposureList = /* @__PURE__ */ graphql(`
query ExposureList {
  exposures {
    usedBps
    alarmBps
    isAlarmed
    partner {
      id
      name
      status
    }
    exposure {
      amount
      currencyCode
    }
    position {
      amount
      currencyCode
    }
    due {
      amount
      currencyCode
    }
    outstanding {
      amount
      currencyCode
    }
    collateral {
      amount
      currencyCode
    }
    collateralMissing {
      amount
      currencyCode
    }
    lossPool {
      amount
      currencyCode
    }
    limit {
      amount
      currencyCode
    }
    override {
      id
      expiresAt
      limit {
        amount
        currencyCode
      }
    }
  }
}
`);
export const exposureList = /* @__PURE__ */ operation<typeof ExposureList>("ExposureList", "5503f892f20bc4204e6d4da2af8cafc4f5552397c925b5ac8826f0868408dc0f");

const FillTemplate = /* @__PURE__ */ graphql(`
query FillTemplate($template: CampaignTemplateName!, $answers: [CampaignAnswerInput!]!) {
  fillTemplate(template: $template, answers: $answers) {
    rules {
      ...CampaignRuleText
    }
    problems {
      path
      code
      message
    }
  }
}

fragment CampaignRuleText on CampaignRule {
  label {
    en
    ru
    be
  }
  coupon
  conditions {
    label {
      en
      ru
      be
    }
    expression
  }
  effects {
    kind
    on
    where
    give {
      by
      number
      per
      bps
    }
    times
    take {
      by
      bps
      amount
      price
    }
    count
    gift
    worth
    card
    size
    draw
    pool
    benefit
    template
    journey
    fundedBy {
      kind
      bps
      partner {
        id
        name
      }
    }
  }
}
`);
export const fillTemplate = /* @__PURE__ */ operation<typeof FillTemplate>("FillTemplate", "0818bfab66c3cff476739af73ffebb7fa20c5ff7ca4b6f13ea8abb672a762f63");

const GenerateCoupons = /* @__PURE__ */ graphql(`
mutation GenerateCoupons($input: GenerateCouponsInput!) {
  generateCoupons(input: $input) {
    ... on Error {
      code
      message
    }
    ... on GenerateCouponsSuccess {
      run {
        id
        state
      }
    }
  }
}
`);
export const generateCoupons = /* @__PURE__ */ operation<typeof GenerateCoupons>("GenerateCoupons", "ac019bdcebe3a1447cc37cc4f4cb5f7610a39770611322b7b673f9efa258c99f");

const GiveCoupon = /* @__PURE__ */ graphql(`
mutation GiveCoupon($input: GiveCouponInput!) {
  giveCoupon(input: $input) {
    ... on Error {
      code
      message
    }
    ... on GiveCouponSuccess {
      coupon {
        id
        code
      }
    }
  }
}
`);
export const giveCoupon = /* @__PURE__ */ operation<typeof GiveCoupon>("GiveCoupon", "b9a2954d5a2f03a3c1b44a37840f07409c0cb7924e7216cfd8aa9823219ea53b");

const GivePartnerNotice = /* @__PURE__ */ graphql(`
mutation GivePartnerNotice($input: GivePartnerNoticeInput!) {
  givePartnerNotice(input: $input) {
    ... on GivePartnerNoticeSuccess {
      partnerExit {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const givePartnerNotice = /* @__PURE__ */ operation<typeof GivePartnerNotice>("GivePartnerNotice", "c6c14c28bb5fa0bb690d606bf3f83f3e2ba4f354c431492ecc4e4e9db805e1e6");

const HandOutReward = /* @__PURE__ */ graphql(`
mutation HandOutReward($input: HandOutRewardInput!) {
  handOutReward(input: $input) {
    ... on HandOutRewardSuccess {
      order {
        id
        state
        collectedAt
        issuedAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const handOutReward = /* @__PURE__ */ operation<typeof HandOutReward>("HandOutReward", "309ea498358ed4853c4fd89b11826142cfd6df948d153f9edec639757dfb562a");

const HoldPayOut = /* @__PURE__ */ graphql(`
mutation HoldPayOut($input: HoldPayOutInput!) {
  holdPayOut(input: $input) {
    ... on HoldPayOutSuccess {
      obligation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const holdPayOut = /* @__PURE__ */ operation<typeof HoldPayOut>("HoldPayOut", "84f6459318d891a538699f4d8852da1361aa27ab6eaa7a7a62bfc7894b8cad46");

const ImportBankStatement = /* @__PURE__ */ graphql(`
mutation ImportBankStatement($input: ImportBankStatementInput!) {
  importBankStatement(input: $input) {
    ... on ImportBankStatementSuccess {
      statements {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const importBankStatement = /* @__PURE__ */ operation<typeof ImportBankStatement>("ImportBankStatement", "877a3e971dc0f454ac59c3ed3832054b4b7dbffeab54c3e06c2a165c1751678d");

const ImportCoupons = /* @__PURE__ */ graphql(`
mutation ImportCoupons($input: ImportCouponsInput!) {
  importCoupons(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CouponFileRefusedError {
      problems {
        line
        text
        message
      }
    }
    ... on ImportCouponsSuccess {
      run {
        id
        state
      }
    }
  }
}
`);
export const importCoupons = /* @__PURE__ */ operation<typeof ImportCoupons>("ImportCoupons", "b2f5131a7720bb4cbfe1f609a94e5c48ef92f845794b60732a28b1b0299e926a");

const InviteFriend = /* @__PURE__ */ graphql(`
mutation InviteFriend($input: InviteFriendInput!) {
  inviteFriend(input: $input) {
    ... on Error {
      code
      message
    }
    ... on InviteFriendSuccess {
      referral {
        id
        code
      }
    }
  }
}
`);
export const inviteFriend = /* @__PURE__ */ operation<typeof InviteFriend>("InviteFriend", "f7b82d879830dd8d4dc24e2613b9d613630e5854cb93e712b32e5c765f0fba8d");

const InviteToClub = /* @__PURE__ */ graphql(`
mutation InviteToClub($input: InviteToClubInput!) {
  inviteToClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on InviteToClubSuccess {
      membership {
        id
        state
      }
    }
  }
}
`);
export const inviteToClub = /* @__PURE__ */ operation<typeof InviteToClub>("InviteToClub", "b8605b12703a15d5a4c51e06ac8fde7cb9ff04b7f0bc936aa83bd6834ead8da5");

const InviteToHousehold = /* @__PURE__ */ graphql(`
mutation InviteToHousehold($input: InviteToHouseholdInput!) {
  inviteToHousehold(input: $input) {
    ... on Error {
      code
      message
    }
    ... on InviteToHouseholdSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const inviteToHousehold = /* @__PURE__ */ operation<typeof InviteToHousehold>("InviteToHousehold", "793feaa91725062f3884901201c9304ada8a2aa56386bb9d3fdf642e7fec7d7e");

const IssueRewardOrder = /* @__PURE__ */ graphql(`
mutation IssueRewardOrder($input: IssueRewardOrderInput!) {
  issueRewardOrder(input: $input) {
    ... on IssueRewardOrderSuccess {
      order {
        id
        state
        collectedAt
        issuedAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const issueRewardOrder = /* @__PURE__ */ operation<typeof IssueRewardOrder>("IssueRewardOrder", "6872226a693c1f26783c7c2417e152350b844a7ac70a2f1b3cfcf605ca8e1884");

const JoinByReferral = /* @__PURE__ */ graphql(`
mutation JoinByReferral($input: JoinByReferralInput!) {
  joinByReferral(input: $input) {
    ... on Error {
      code
      message
    }
    ... on JoinByReferralSuccess {
      referral {
        id
        state
      }
    }
  }
}
`);
export const joinByReferral = /* @__PURE__ */ operation<typeof JoinByReferral>("JoinByReferral", "c0ebc104bc8487526944f11e815ae12301691f6a8cc32d0e73a8c7d0d4de652f");

const JoinCampaign = /* @__PURE__ */ graphql(`
mutation JoinCampaign($input: JoinCampaignInput!) {
  joinCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on JoinCampaignSuccess {
      version {
        id
        joinings {
          joinedAt
          leftAt
        }
      }
    }
  }
}
`);
export const joinCampaign = /* @__PURE__ */ operation<typeof JoinCampaign>("JoinCampaign", "411ea6cd178572d9fdd9f4aef371712cca458dc11131c7c0b39582ce4d1bcc5c");

const JoinClub = /* @__PURE__ */ graphql(`
mutation JoinClub($input: JoinClubInput!) {
  joinClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on JoinClubSuccess {
      membership {
        id
        state
      }
    }
  }
}
`);
export const joinClub = /* @__PURE__ */ operation<typeof JoinClub>("JoinClub", "064105ae0c3bc868097f2a87c8c12fa1d8e4fdce39159e38d99df5f0596827ac");

const JourneyList = /* @__PURE__ */ graphql(`
query JourneyList($first: Int!, $after: String, $states: [JourneyState!]) {
  journeys(first: $first, after: $after, states: $states) {
    edges {
      node {
        id
        name
        partner {
          id
          name
        }
        latest {
          id
          version
          state
          definition {
            title {
              en
              ru
              be
            }
            trigger {
              on
              days
              segment
              tier
              daysBefore
            }
          }
        }
        running {
          id
          counts {
            running
            finished
            stopped
            failed
          }
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`);
export const journeyList = /* @__PURE__ */ operation<typeof JourneyList>("JourneyList", "a5ed3921515f70bf09aa53f801887ed671a4a7ee2ad414a99026afd2575fdf0d");

const JourneyPage = /* @__PURE__ */ graphql(`
query JourneyPage($id: ID!) {
  journey(id: $id) {
    id
    name
    createdAt
    partner {
      id
      name
    }
    versions {
      id
      version
      state
      startedAt
      endedAt
      reviewId
      definition {
        title {
          en
          ru
          be
        }
        trigger {
          on
          days
          segment
          tier
          daysBefore
        }
        stopsOnPurchase
        steps {
          kind
          hours
          label {
            en
            ru
            be
          }
          expression
          otherwise
          template
          fill {
            name
            value
          }
          pool
          points
          tag
        }
      }
      counts {
        running
        finished
        stopped
        failed
        steps {
          step
          waiting
          done
          notMet
        }
      }
      steps {
        id
        from
        to
        takenAt
        reason
      }
      runs(first: 10) {
        edges {
          node {
            id
            state
            step
            dueAt
            enteredAt
            endedAt
            reason
            member {
              id
              name
            }
          }
        }
      }
    }
  }
}
`);
export const journeyPage = /* @__PURE__ */ operation<typeof JourneyPage>("JourneyPage", "fec8c3bd4c7ed440d45ebb465fba15a120e9a6e8b51f0c0727d2760f09705c35");

const LeaveCampaign = /* @__PURE__ */ graphql(`
mutation LeaveCampaign($input: LeaveCampaignInput!) {
  leaveCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on LeaveCampaignSuccess {
      version {
        id
        joinings {
          joinedAt
          leftAt
        }
      }
    }
  }
}
`);
export const leaveCampaign = /* @__PURE__ */ operation<typeof LeaveCampaign>("LeaveCampaign", "189ba23fe0fc4a9ff757c3cb45e16cea30369d5a1e596e8f3e0394011bd679e6");

const LeaveClub = /* @__PURE__ */ graphql(`
mutation LeaveClub($input: LeaveClubInput!) {
  leaveClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on LeaveClubSuccess {
      membership {
        id
        state
      }
    }
  }
}
`);
export const leaveClub = /* @__PURE__ */ operation<typeof LeaveClub>("LeaveClub", "4b2e01a7895893f3c1f31469062cd821a6c9305d8801fa42d29c4a3ebf27c7c9");

const LeavePool = /* @__PURE__ */ graphql(`
mutation LeavePool($input: LeavePoolInput!) {
  leavePool(input: $input) {
    ... on Error {
      code
      message
    }
    ... on LeavePoolSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const leavePool = /* @__PURE__ */ operation<typeof LeavePool>("LeavePool", "8dec827b10abfc184a21b9b762a106ae2bd0c55c37f1f3ad33327c02200c8ebf");

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
    }
    originCycle {
      id
      seq
    }
    partner {
      id
      name
    }
    location {
      name
    }
    terminal {
      code
    }
    redemptionId
    member {
      id
      name
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
          }
          partner {
            id
            name
          }
          member {
            id
            name
          }
        }
      }
    }
    purchase {
      id
      receiptNumber
      total {
        amount
        currencyCode
      }
      paid {
        amount
        currencyCode
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
        }
      }
      explanation {
        steps {
          ...ExplainedStep
        }
      }
    }
  }
}

fragment ExplainedStep on ExplanationStep {
  rule
  applied
  because
  points
  unrounded
  facts {
    name
    value
  }
  campaignId
  campaignName {
    en
    ru
    be
  }
  ruleName {
    en
    ru
    be
  }
  conditionName {
    en
    ru
    be
  }
  preferredName {
    en
    ru
    be
  }
  limit {
    unit
    most
    scope
    period
  }
  gave {
    kind
    what
    amount
  }
}
`);
export const ledgerEntry = /* @__PURE__ */ operation<typeof LedgerEntry>("LedgerEntry", "bede0215b3b592fb04d77280dfe58bdcb1b4d7a9a0a72c94e6258ab095877d55");

const LedgerProof = /* @__PURE__ */ graphql(`
query LedgerProof($ledgerProofId: ID) {
  ledgerProof(ledgerProofId: $ledgerProofId) {
    id
    provedAt
    milliseconds
    errorCount
    warningCount
    broken {
      rule
      promise
      isError
      key
      detail
    }
    lastEntry
    auditLength
    auditHash
    root
    rootBefore
    isSound
    totals {
      account
      points
      money {
        amount
        currencyCode
      }
      entryCount
    }
  }
}
`);
export const ledgerProof = /* @__PURE__ */ operation<typeof LedgerProof>("LedgerProof", "04287d5eeaf2750b0448deb841995ebbd47493c8dcb62e117c17e0df8d4dbfb4");

const LedgerProofList = /* @__PURE__ */ graphql(`
query LedgerProofList($first: Int!, $after: String, $lastOfDay: Boolean) {
  ledgerProofs(first: $first, after: $after, lastOfDay: $lastOfDay) {
    edges {
      node {
        id
        provedAt
        milliseconds
        errorCount
        warningCount
        lastEntry
        auditLength
        root
        isSound
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const ledgerProofList = /* @__PURE__ */ operation<typeof LedgerProofList>("LedgerProofList", "a4ba11261b62f8d7ca41ca45540e4e5fc79e353a377c5a0fdb441655eec60098");

const LiftPayOut = /* @__PURE__ */ graphql(`
mutation LiftPayOut($input: LiftPayOutInput!) {
  liftPayOut(input: $input) {
    ... on LiftPayOutSuccess {
      obligation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const liftPayOut = /* @__PURE__ */ operation<typeof LiftPayOut>("LiftPayOut", "8cf9fd022f0b54a83bc6838718c1f311d044e6b87a3151b37ec042f199bb8c3d");

const LinkPush = /* @__PURE__ */ graphql(`
mutation LinkPush($input: LinkPushInput!) {
  linkPush(input: $input) {
    __typename
    ... on LinkPushSuccess {
      link {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const linkPush = /* @__PURE__ */ operation<typeof LinkPush>("LinkPush", "5e22af13d003ba6a0c1e337203f18317a27d891ef7a4fe9970758471ffc9e858");

const LockSpending = /* @__PURE__ */ graphql(`
mutation LockSpending($input: LockSpendingInput!) {
  lockSpending(input: $input) {
    ... on Error {
      code
      message
    }
    ... on LockSpendingSuccess {
      member {
        id
      }
    }
  }
}
`);
export const lockSpending = /* @__PURE__ */ operation<typeof LockSpending>("LockSpending", "0c27e410d07eca4c9ca1b8cd2633992ee4f951f4dfb47a613183d56c8aed2ace");

const LookUpMember = /* @__PURE__ */ graphql(`
mutation LookUpMember($input: LookUpMemberInput!) {
  lookUpMember(input: $input) {
    ... on LookUpMemberSuccess {
      isKnown
      member {
        id
        name
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const lookUpMember = /* @__PURE__ */ operation<typeof LookUpMember>("LookUpMember", "d5df8b9423684c188a072c7a9162df73c7da65b5545786855e3badb4a150402e");

const MarkForReturn = /* @__PURE__ */ graphql(`
mutation MarkForReturn($input: MarkForReturnInput!) {
  markForReturn(input: $input) {
    ... on MarkForReturnSuccess {
      item {
        id
        state
      }
      payment {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const markForReturn = /* @__PURE__ */ operation<typeof MarkForReturn>("MarkForReturn", "393c5adfe874fb877e74227e726e9cec094cea0c8b0fd21713f6378f9b7e3f65");

const MarkMessagesRead = /* @__PURE__ */ graphql(`
mutation MarkMessagesRead($input: MarkMessagesReadInput!) {
  markMessagesRead(input: $input) {
    __typename
    ... on MarkMessagesReadSuccess {
      unreadCount
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const markMessagesRead = /* @__PURE__ */ operation<typeof MarkMessagesRead>("MarkMessagesRead", "0ad9af4d7902b7249e214fc772aa58791d4a6f7b73afe01b401e7b473d2aefeb");

const MarkNoticesRead = /* @__PURE__ */ graphql(`
mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
  markNoticesRead(input: $input) {
    ... on MarkNoticesReadSuccess {
      unreadCount
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const markNoticesRead = /* @__PURE__ */ operation<typeof MarkNoticesRead>("MarkNoticesRead", "0ff679f1b9f9b2e205d89bc93c90b6e0fdc2868bc864ad7ab7eacf0f31be5828");

const MatchReceipts = /* @__PURE__ */ graphql(`
mutation MatchReceipts($input: MatchReceiptsInput!) {
  matchReceipts(input: $input) {
    ... on MatchReceiptsSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const matchReceipts = /* @__PURE__ */ operation<typeof MatchReceipts>("MatchReceipts", "1222b21b62e87690507751f0ee4a161d016eac1fdd0805734f80b634a94b4772");

const MemberAsked = /* @__PURE__ */ graphql(`
query MemberAsked {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        spendRequests {
          id
          points
          partner {
            id
            name
          }
          expiresAt
        }
      }
    }
  }
}
`);
export const memberAsked = /* @__PURE__ */ operation<typeof MemberAsked>("MemberAsked", "8ca525fc1967c03feff9bbe7897eb591d0aefc876a8aa821e3dcd5155b3d5ed5");

const MemberBalanceProof = /* @__PURE__ */ graphql(`
query MemberBalanceProof {
  viewer {
    ... on MemberViewer {
      member {
        id
        balanceProof {
          memberId
          points
          nonce
          tree {
            id
            takenAt
            memberCount
            points
            root
            signature
          }
          way {
            hash
            points
            side
          }
        }
      }
    }
  }
}
`);
export const memberBalanceProof = /* @__PURE__ */ operation<typeof MemberBalanceProof>("MemberBalanceProof", "64f333f2cebeb21b389de30e12f16bc814a26cb2a782c4a74fd6604aa48213d4");

const MemberByIdentifier = /* @__PURE__ */ graphql(`
query MemberByIdentifier($kind: IdentifierKind!, $value: String!) {
  memberByIdentifier(kind: $kind, value: $value) {
    __typename
    ... on Member {
      id
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const memberByIdentifier = /* @__PURE__ */ operation<typeof MemberByIdentifier>("MemberByIdentifier", "21579ccf506bf7a1eed3423ab739088bf19c4c71d52097fc05302c2493071a22");

const MemberCards = /* @__PURE__ */ graphql(`
query MemberCards {
  viewer {
    __typename
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
          blockedAt
        }
        spendGuard {
          locked
          dayMost
          confirmAbove
          confirmNewPlaces
          needsCode
          allowedPartners {
            id
            name
          }
        }
      }
    }
  }
  spendPolicy {
    needsCode
    confirmAbove
    confirmNewPlaces
  }
}
`);
export const memberCards = /* @__PURE__ */ operation<typeof MemberCards>("MemberCards", "950517dfa495a10fd9066bfe4533d8b6e6952de0ef205ba156abdec1f2fa8a6d");

const MemberChallenges = /* @__PURE__ */ graphql(`
query MemberChallenges {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
      }
    }
  }
  challenges(first: 20, states: [LIVE]) {
    edges {
      node {
        id
        goalKind
        goal
        period
        endsAt
        points
        tickets
        name {
          en
          ru
          be
        }
        description {
          en
          ru
          be
        }
        badge {
          icon
          name {
            en
            ru
            be
          }
        }
        myProgress {
          period
          startsOn
          endsOn
          isMet
          share
          reached
          streak
          isAwarded
        }
      }
    }
  }
  reachedChallenges(first: 40) {
    edges {
      node {
        id
        period
        points
        reachedAt
        challenge {
          id
          name {
            en
            ru
            be
          }
          badge {
            icon
            name {
              en
              ru
              be
            }
          }
        }
      }
    }
  }
}
`);
export const memberChallenges = /* @__PURE__ */ operation<typeof MemberChallenges>("MemberChallenges", "387298ab01bff7240cad3954d63d9a16130e67a178566882a1338fd923b33b65");

const MemberClaims = /* @__PURE__ */ graphql(`
query MemberClaims($first: Int!, $after: String) {
  claims(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        state
        receiptNumber
        boughtOn
        amount {
          amount
          currencyCode
        }
        note
        fileName
        points
        reason
        openedAt
        deadlineAt
        decidedAt
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const memberClaims = /* @__PURE__ */ operation<typeof MemberClaims>("MemberClaims", "975a6387164f1c6ad38461f06e7620be2e2acb6c02e1bc972b9847eae73f60a7");

const MemberDonations = /* @__PURE__ */ graphql(`
query MemberDonations {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        balance {
          available
        }
        donations {
          id
          points
          paid {
            amount
            currencyCode
          }
          donatedAt
          charity {
            id
            name
          }
        }
      }
    }
  }
  charities {
    partner {
      id
      name
    }
    purpose {
      en
      ru
      be
    }
  }
}
`);
export const memberDonations = /* @__PURE__ */ operation<typeof MemberDonations>("MemberDonations", "fdd9fa566148f9ee0a9ddb07c71cc14469ceb2420682ebe428b5970c952ea375");

const MemberDraws = /* @__PURE__ */ graphql(`
query MemberDraws {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        balance {
          available
        }
      }
    }
  }
  draws(first: 12) {
    edges {
      node {
        id
        state
        closesAt
        ticketPrice
        ticketsPerMember
        seedHash
        listHash
        publishedAt
        name {
          en
          ru
          be
        }
        prizes {
          quantity
          name {
            en
            ru
            be
          }
        }
        myTickets {
          count
          total
          holder
        }
        winners {
          place
          prize
          initial
          holder
          isMine
        }
      }
    }
  }
}
`);
export const memberDraws = /* @__PURE__ */ operation<typeof MemberDraws>("MemberDraws", "8d830d645232988ad09f54134f6062d64b45cab45de1763093d0697ec6e308a9");

const MemberEntry = /* @__PURE__ */ graphql(`
query MemberEntry($id: ID!) {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        historyEntry(id: $id) {
          ...HistoryRow
          postedAt
          debt
          location {
            name
          }
          reverses {
            id
            kind
            occurredAt
          }
          lots {
            issuer {
              name
            }
            points
            earnedAt
            expiresAt
          }
          purchase {
            id
            businessDate
            receiptNumber
            total {
              amount
              currencyCode
            }
            paid {
              amount
              currencyCode
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
              }
            }
            explanation {
              steps {
                ...ExplainedStep
              }
            }
          }
        }
      }
    }
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
    id
    name
    category
  }
  reason
}

fragment ExplainedStep on ExplanationStep {
  rule
  applied
  because
  points
  unrounded
  facts {
    name
    value
  }
  campaignId
  campaignName {
    en
    ru
    be
  }
  ruleName {
    en
    ru
    be
  }
  conditionName {
    en
    ru
    be
  }
  preferredName {
    en
    ru
    be
  }
  limit {
    unit
    most
    scope
    period
  }
  gave {
    kind
    what
    amount
  }
}
`);
export const memberEntry = /* @__PURE__ */ operation<typeof MemberEntry>("MemberEntry", "b16dea19b81ef1d0b473b768b0ad5d55dac5a41c3de28edb6e3fdc90b7ec9062");

const MemberEventList = /* @__PURE__ */ graphql(`
query MemberEventList($first: Int!, $after: String) {
  memberEvents(first: $first, after: $after) {
    edges {
      node {
        id
        state
        venue
        startsAt
        endsAt
        places
        placesLeft
        name {
          en
          ru
          be
        }
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
  }
}
`);
export const memberEventList = /* @__PURE__ */ operation<typeof MemberEventList>("MemberEventList", "7998c8e4aa52c1c4b0194bf1ef3e91bc6c1e4ae6ac3ee6c5688be1d98e8be522");

const MemberEventPage = /* @__PURE__ */ graphql(`
query MemberEventPage($id: ID!, $first: Int!, $after: String) {
  memberEvent(id: $id) {
    id
    state
    venue
    startsAt
    endsAt
    places
    placesLeft
    name {
      en
      ru
      be
    }
    about {
      en
      ru
      be
    }
    partner {
      id
      name
    }
    invites {
      tiers
      clubs
      plans
      segments
      benefits
    }
    bookings(first: $first, after: $after) {
      edges {
        node {
          id
          state
          askedAt
          checkedInAt
          member {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
    }
  }
}
`);
export const memberEventPage = /* @__PURE__ */ operation<typeof MemberEventPage>("MemberEventPage", "269fc6bfcb253193f4d7bc6824ba227607cbc48be0378159c848341716cb07fa");

const MemberHistory = /* @__PURE__ */ graphql(`
query MemberHistory($first: Int!, $after: String, $kinds: [MemberEntryKind!], $from: DateTime, $until: DateTime) {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        history(first: $first, after: $after, kinds: $kinds, from: $from, until: $until) {
          edges {
            node {
              ...HistoryRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
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
    id
    name
    category
  }
  reason
}
`);
export const memberHistory = /* @__PURE__ */ operation<typeof MemberHistory>("MemberHistory", "e3d3b853183e18701ec5ef6ef25a78181ca0686199745354cc8ada3f05feccf4");

const MemberHome = /* @__PURE__ */ graphql(`
query MemberHome($kinds: [MemberEntryKind!]) {
  viewer {
    __typename
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
          }
        }
        tier {
          tier {
            code
            name {
              en
              ru
              be
            }
          }
          next {
            code
            from
            name {
              en
              ru
              be
            }
          }
          counted
          missing
        }
        pointsByExpiry {
          points
          expiresAt
        }
        pointsByMonth {
          month
          earned
          spent
        }
        history(first: 6, kinds: $kinds) {
          edges {
            node {
              ...HistoryRow
            }
          }
        }
      }
    }
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
    id
    name
    category
  }
  reason
}
`);
export const memberHome = /* @__PURE__ */ operation<typeof MemberHome>("MemberHome", "6dfd819b01a5c64d859c77d4b67e4ccab541ee9192663219b370e7de7270f7cc");

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
        }
        balance {
          available
          pending
          reserved
          debt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const memberList = /* @__PURE__ */ operation<typeof MemberList>("MemberList", "299cc07d59382d56b9b4fd676ae4d332c5c11a0ad1a2ef9249ee046a6e3ccff8");

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
    }
    balance {
      available
      pending
      reserved
      debt
      value {
        amount
        currencyCode
      }
    }
    spendGuard {
      locked
    }
    identifiers {
      id
      kind
      value
    }
    cards {
      id
      lastDigits
      form
      status
      issuedAt
    }
    history(first: $first, after: $after) {
      edges {
        node {
          ...HistoryRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
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
    id
    name
    category
  }
  reason
}
`);
export const memberPage = /* @__PURE__ */ operation<typeof MemberPage>("MemberPage", "d34fed1d6a96e38c17aa8db867f25c4dcb9fd3affe50613bdb50cd92822bc0cf");

const MemberPartners = /* @__PURE__ */ graphql(`
query MemberPartners($first: Int!, $after: String, $search: String, $category: String) {
  partners(first: $first, after: $after, search: $search, category: $category) {
    edges {
      node {
        id
        name
        category
        rates {
          earnBps
          issues
          accepts
          redeemShareMaxBps
          isCharity
        }
        locations(first: 3) {
          edges {
            node {
              id
              name
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const memberPartners = /* @__PURE__ */ operation<typeof MemberPartners>("MemberPartners", "889a0743f395404e056ccb481981546faa9340a627de51b70a57ba9298fed196");

const MemberPoints = /* @__PURE__ */ graphql(`
query MemberPoints {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        pointsByExpiry {
          points
          expiresAt
        }
        pendingPoints {
          points
          maturesAt
        }
      }
    }
  }
}
`);
export const memberPoints = /* @__PURE__ */ operation<typeof MemberPoints>("MemberPoints", "44d4c31de694310efb58fb8ab28daee33ef0e2fd78eed211bbaf06a47d784dee");

const MemberPools = /* @__PURE__ */ graphql(`
query MemberPools {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        balance {
          available
        }
        spendGuard {
          locked
        }
        pools {
          id
          name
          kind
          points
          shareLeft
          places {
            id
            name
            isViewer
            role
            state
            monthMost
          }
        }
        history(first: 6, kinds: [TRANSFER]) {
          edges {
            node {
              ...HistoryRow
            }
          }
        }
      }
    }
  }
  spendPolicy {
    giftDayMost
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
    id
    name
    category
  }
  reason
}
`);
export const memberPools = /* @__PURE__ */ operation<typeof MemberPools>("MemberPools", "4aaa00970a52aaac9a38e01a98b0522d35ba8f4072093549e2cda145033d9244");

const MemberPrivileges = /* @__PURE__ */ graphql(`
query MemberPrivileges {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        tier {
          ...OwnTier
        }
        plan {
          id
          state
          paidUntil
          frozenUntil
          plan {
            ...PlanWords
          }
        }
      }
    }
  }
  tierLadder {
    id
    period
    tiers {
      code
      from
      name {
        en
        ru
        be
      }
      benefits {
        code
        name {
          en
          ru
          be
        }
      }
    }
  }
  memberEvents(first: 20) {
    edges {
      node {
        ...EventToBook
      }
    }
  }
  clubs(first: 50) {
    edges {
      node {
        id
        code
        entry
        name {
          en
          ru
          be
        }
        about {
          en
          ru
          be
        }
        partner {
          id
          name
        }
        own {
          id
          state
        }
      }
    }
  }
  plans(first: 10) {
    edges {
      node {
        ...PlanWords
      }
    }
  }
}

fragment OwnTier on MemberTier {
  tier {
    code
    name {
      en
      ru
      be
    }
  }
  next {
    code
    from
    name {
      en
      ru
      be
    }
  }
  counted
  missing
  since
  keptUntil
}

fragment PlanWords on Plan {
  id
  code
  name {
    en
    ru
    be
  }
  about {
    en
    ru
    be
  }
  benefits {
    en
    ru
    be
  }
  price {
    amount
    currencyCode
  }
  frozenDays
  afterwards
}

fragment EventToBook on MemberEvent {
  id
  name {
    en
    ru
    be
  }
  about {
    en
    ru
    be
  }
  partner {
    id
    name
  }
  venue
  startsAt
  endsAt
  places
  placesLeft
  own {
    id
    state
    code
  }
}
`);
export const memberPrivileges = /* @__PURE__ */ operation<typeof MemberPrivileges>("MemberPrivileges", "f82f139be41f5b969b0c353eddb11d253866ed7f7f1ed0aed7d84127b32d7558");

const MemberReferrals = /* @__PURE__ */ graphql(`
query MemberReferrals($first: Int!, $after: String) {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        referralCode
        referralFunnel {
          invited
          joined
          bought
        }
        referrals(first: $first, after: $after) {
          edges {
            node {
              id
              label
              code
              state
              openedAt
              joinedAt
              rewardedAt
              terms {
                advocatePoints
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
  referralTerms {
    minimum {
      amount
      currencyCode
    }
    advocatePoints
    friendPoints
    monthMost
    joinDays
  }
}
`);
export const memberReferrals = /* @__PURE__ */ operation<typeof MemberReferrals>("MemberReferrals", "aef53794b7ab2fbb5dc5bee8c3e42116c7a9535e7b36153fa73a42241d0a4425");

const MemberRewards = /* @__PURE__ */ graphql(`
query MemberRewards {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        balance {
          available
        }
      }
    }
  }
  rewards(first: 40, states: [OFFERED]) {
    edges {
      node {
        id
        points
        stockLeft
        collectDays
        name {
          en
          ru
          be
        }
        description {
          en
          ru
          be
        }
        partner {
          id
          name
        }
      }
    }
  }
  rewardOrders(first: 20) {
    edges {
      node {
        id
        state
        points
        code
        orderedAt
        lapsesAt
        collectedAt
        cancelledAt
        reward {
          id
          name {
            en
            ru
            be
          }
          partner {
            id
            name
          }
        }
      }
    }
  }
}
`);
export const memberRewards = /* @__PURE__ */ operation<typeof MemberRewards>("MemberRewards", "4073d2737b3a7e73c48141a6386170480165c9f047df7f0c42e971f4d0da2ca1");

const MemberSpendCode = /* @__PURE__ */ graphql(`
query MemberSpendCode {
  spendCode {
    payload
    code
    until
  }
}
`);
export const memberSpendCode = /* @__PURE__ */ operation<typeof MemberSpendCode>("MemberSpendCode", "b0aba7343c611dffdb48bb57e3910e856efe98d7911948e86683b01139894527");

const MemberSpendRequest = /* @__PURE__ */ graphql(`
query MemberSpendRequest($id: ID!) {
  spendRequest(id: $id) {
    id
    state
    cause
    points
    code
    requestedAt
    expiresAt
    partner {
      id
      name
      category
    }
  }
}
`);
export const memberSpendRequest = /* @__PURE__ */ operation<typeof MemberSpendRequest>("MemberSpendRequest", "0c87e9fe4103392bf1b9e95c298cd69b8c655bc737c23fbec1150e17a15e0d53");

const MergeMembers = /* @__PURE__ */ graphql(`
mutation MergeMembers($input: MergeMembersInput!) {
  mergeMembers(input: $input) {
    ... on Error {
      code
      message
    }
    ... on MergeMembersSuccess {
      member {
        id
      }
    }
  }
}
`);
export const mergeMembers = /* @__PURE__ */ operation<typeof MergeMembers>("MergeMembers", "3926a8628a270236a5637a329a2bad259c501a3551940751e48b64c3969d6a94");

const MessageLog = /* @__PURE__ */ graphql(`
query MessageLog($first: Int!, $after: String, $states: [MessageState!], $channel: MessageChannel, $memberId: ID) {
  messages(
    first: $first
    after: $after
    states: $states
    channel: $channel
    memberId: $memberId
  ) {
    edges {
      node {
        id
        createdAt
        sentAt
        dueAt
        channel
        purpose
        template
        title
        state
        reason
        attempts
        partner {
          id
          name
        }
        member {
          id
          name
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`);
export const messageLog = /* @__PURE__ */ operation<typeof MessageLog>("MessageLog", "8de051dcde9e9821b291556f268f23163368f22da35ee5107413e40fdef7e7f2");

const MessagingSettings = /* @__PURE__ */ graphql(`
query MessagingSettings {
  channels {
    channel
    isOn
  }
  messagingRules {
    quietFrom
    quietUntil
    weeklyMost
  }
}
`);
export const messagingSettings = /* @__PURE__ */ operation<typeof MessagingSettings>("MessagingSettings", "586e9ec9a1adad27d0a9e3f7fba1a5860affc81d34b181fbd5e0910b2c6ff708");

const MyConsentHistory = /* @__PURE__ */ graphql(`
query MyConsentHistory($first: Int!, $after: String) {
  consentChanges(first: $first, after: $after) {
    edges {
      node {
        partner {
          id
          name
        }
        purpose
        channel
        granted
        saidAt
        source
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`);
export const myConsentHistory = /* @__PURE__ */ operation<typeof MyConsentHistory>("MyConsentHistory", "e079899248ca5eae42ba61b7481c533243f901f7adb213852740149461645d8b");

const MyCoupons = /* @__PURE__ */ graphql(`
query MyCoupons($first: Int!, $after: String, $state: HeldCouponState!) {
  myCoupons(first: $first, after: $after, state: $state) {
    edges {
      node {
        id
        code
        state
        givenAt
        expiresAt
        usedAt
        pool {
          id
          symbol
          validUntil
          name {
            en
            ru
            be
          }
          terms {
            en
            ru
            be
          }
          partner {
            id
            name
          }
          goodAt {
            id
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const myCoupons = /* @__PURE__ */ operation<typeof MyCoupons>("MyCoupons", "f03ebeb978f963f4010e92761ea7a4755a412bdb011891ae1993ff3d726dea07");

const MyInbox = /* @__PURE__ */ graphql(`
query MyInbox($first: Int!, $after: String, $unread: Boolean) {
  unreadMessageCount
  inbox(first: $first, after: $after, unread: $unread) {
    edges {
      node {
        id
        purpose
        title
        body
        href
        createdAt
        readAt
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`);
export const myInbox = /* @__PURE__ */ operation<typeof MyInbox>("MyInbox", "45d5c6524e7f26f074a1a2b848b063868adc9408b514339ca4979be41500d182");

const MyOffers = /* @__PURE__ */ graphql(`
query MyOffers($first: Int!, $after: String, $activated: Boolean, $category: String, $partnerId: ID, $search: String) {
  myOffers(
    first: $first
    after: $after
    activated: $activated
    category: $category
    partnerId: $partnerId
    search: $search
  ) {
    edges {
      node {
        ...PersonalOfferCard
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  myStampCards {
    ...HeldStampCardFace
  }
}

fragment PersonalOfferCard on PersonalOffer {
  id
  expiresAt
  seenAt
  activatedAt
  usedAt
  offer {
    id
    category
    symbol
    name {
      en
      ru
      be
    }
    terms {
      en
      ru
      be
    }
    partner {
      id
      name
    }
    validUntil
    gives {
      kind
      on
      where
      times
      size
      give {
        by
        number
        per
        bps
      }
      take {
        by
        bps
        amount
        price
      }
    }
    couponPool {
      id
      name {
        en
        ru
        be
      }
    }
  }
}

fragment HeldStampCardFace on HeldStampCard {
  stamps
  card {
    id
    symbol
    size
    name {
      en
      ru
      be
    }
    terms {
      en
      ru
      be
    }
    partner {
      id
      name
    }
  }
}
`);
export const myOffers = /* @__PURE__ */ operation<typeof MyOffers>("MyOffers", "c37e1724cf391b39788dfff275966d8b25a1d5760b1b4874bf73b8e269c5020c");

const MyProfile = /* @__PURE__ */ graphql(`
query MyProfile {
  viewer {
    __typename
    ... on MemberViewer {
      member {
        id
        name
        person {
          language
        }
      }
    }
  }
  messagingPreferences {
    partner {
      id
      name
    }
    choices {
      purpose
      channel
      granted
      fixed
    }
  }
  channels {
    channel
    isOn
  }
  channelDoors {
    pushPublicKey
    telegramUrl
  }
  channelLinks {
    id
    channel
    createdAt
  }
  deletionRequest {
    id
    state
    createdAt
  }
}
`);
export const myProfile = /* @__PURE__ */ operation<typeof MyProfile>("MyProfile", "50ad1c10090af06d2a19b75bc1457ff02ece2755ba6b9975c5ece15a9a5e4b8d");

const Notices = /* @__PURE__ */ graphql(`
query Notices($first: Int!, $after: String) {
  unreadNoticeCount
  notices(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        href
        createdAt
        readAt
        facts {
          name
          value
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const notices = /* @__PURE__ */ operation<typeof Notices>("Notices", "211829396aef390817a87efc6fbba8dec0bb0f4b5ee2e22fb57a11caf1c40224");

const NoticesChanged = /* @__PURE__ */ graphql(`
subscription NoticesChanged {
  noticesChanged {
    id
    rungAt
  }
}
`);
export const noticesChanged = /* @__PURE__ */ operation<typeof NoticesChanged>("NoticesChanged", "ab33400ca2a892c2515934a095e5f78b89cf04a244935155db03a2bb62d99900");

const OfferingList = /* @__PURE__ */ graphql(`
query OfferingList($first: Int!, $days: Int!) {
  couponPools(first: $first) {
    edges {
      node {
        ...CouponPoolRow
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  stampCards(first: $first) {
    edges {
      node {
        ...StampCardRow
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  gifts(first: $first) {
    edges {
      node {
        ...GiftRow
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  offers(first: $first) {
    edges {
      node {
        ...OfferRow
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  offerDays(days: $days) {
    dayOn
    coupons
    offers
  }
}

fragment CouponPoolRow on CouponPool {
  id
  code
  state
  kind
  symbol
  name {
    en
    ru
    be
  }
  terms {
    en
    ru
    be
  }
  partner {
    id
    name
  }
  validFrom
  validUntil
  lastsDays
  promoCode
  usesMax
  usesPerMember
  goodAt {
    id
    name
  }
  figures {
    codes
    given
    used
  }
}

fragment StampCardRow on StampCard {
  id
  code
  state
  symbol
  size
  name {
    en
    ru
    be
  }
  terms {
    en
    ru
    be
  }
  partner {
    id
    name
  }
}

fragment GiftRow on Gift {
  id
  code
  state
  symbol
  stock
  gone
  name {
    en
    ru
    be
  }
  terms {
    en
    ru
    be
  }
  partner {
    id
    name
  }
}

fragment OfferRow on Offer {
  id
  code
  state
  symbol
  category
  name {
    en
    ru
    be
  }
  terms {
    en
    ru
    be
  }
  partner {
    id
    name
  }
  validFrom
  validUntil
  lastsDays
  audience
  audienceRef
  controlBps
  madeAt
  gives {
    kind
    on
    where
    times
    size
    give {
      by
      number
      per
      bps
    }
    take {
      by
      bps
      amount
      price
    }
  }
  couponPool {
    id
    name {
      en
      ru
      be
    }
  }
  campaign {
    id
    latest {
      id
      state
      definition {
        name {
          en
          ru
          be
        }
      }
    }
  }
  figures {
    made
    control
    seen
    activated
    used
  }
}
`);
export const offeringList = /* @__PURE__ */ operation<typeof OfferingList>("OfferingList", "5057346b865ab7875ca5b84d713edecc17ab62b0ee467b4db75ed81bb495b13a");

const OpenClaim = /* @__PURE__ */ graphql(`
mutation OpenClaim($input: OpenClaimInput!) {
  openClaim(input: $input) {
    ... on Error {
      code
      message
    }
    ... on OpenClaimSuccess {
      claim {
        id
        state
      }
    }
  }
}
`);
export const openClaim = /* @__PURE__ */ operation<typeof OpenClaim>("OpenClaim", "a041f3f8f47010a60dc21b2d218bc9bbb2b768c374b51e814eb692fb327f78dd");

const OpenDispute = /* @__PURE__ */ graphql(`
mutation OpenDispute($input: OpenDisputeInput!) {
  openDispute(input: $input) {
    ... on OpenDisputeSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const openDispute = /* @__PURE__ */ operation<typeof OpenDispute>("OpenDispute", "3c2067c0672e64228a1c6fe97958b72b0dcffe58bb996ad764b5873ec5626158");

const OpenDraw = /* @__PURE__ */ graphql(`
mutation OpenDraw($input: OpenDrawInput!) {
  openDraw(input: $input) {
    ... on OpenDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const openDraw = /* @__PURE__ */ operation<typeof OpenDraw>("OpenDraw", "a64368aec7278ac7e3024a8a818bce7ca646c13bd9422c174d67dc126b6c529d");

const OpenHousehold = /* @__PURE__ */ graphql(`
mutation OpenHousehold($input: OpenHouseholdInput!) {
  openHousehold(input: $input) {
    ... on Error {
      code
      message
    }
    ... on OpenHouseholdSuccess {
      pool {
        id
      }
    }
  }
}
`);
export const openHousehold = /* @__PURE__ */ operation<typeof OpenHousehold>("OpenHousehold", "f5c2a27308e18d6b799f14227147cea91014d9a4cc0d6f9a146fb3327a847fcb");

const OpenMemberEvent = /* @__PURE__ */ graphql(`
mutation OpenMemberEvent($input: OpenMemberEventInput!) {
  openMemberEvent(input: $input) {
    ... on Error {
      code
      message
    }
    ... on OpenMemberEventSuccess {
      event {
        id
        state
      }
    }
  }
}
`);
export const openMemberEvent = /* @__PURE__ */ operation<typeof OpenMemberEvent>("OpenMemberEvent", "5b358ab5d18535f200e496dcef1fd801715768f54e65e69e4199ee5168511777");

const OpenReferralCode = /* @__PURE__ */ graphql(`
mutation OpenReferralCode($input: OpenReferralCodeInput!) {
  openReferralCode(input: $input) {
    ... on Error {
      code
      message
    }
    ... on OpenReferralCodeSuccess {
      code
    }
  }
}
`);
export const openReferralCode = /* @__PURE__ */ operation<typeof OpenReferralCode>("OpenReferralCode", "225adefc64b8f4ba12de81a594dbe199b415be4dedb043bb455dd1a447c0563f");

const OperatorAnalytics = /* @__PURE__ */ graphql(`
query OperatorAnalytics {
  customerFigures {
    ...CustomerFigureRow
  }
  customerGroups {
    group
    customerCount
    spendYear {
      amount
      currencyCode
    }
  }
  customerCohorts {
    cohort
    month
    memberCount
    retainedBps
  }
  customerHours {
    weekday
    hour
    receiptCount
    spend {
      amount
      currencyCode
    }
  }
  customerFlows {
    month
    from {
      id
      name
    }
    to {
      id
      name
    }
    memberCount
  }
  customerInactivity {
    cohort
    memberCount
    inactiveCount
    inactiveBps
  }
  leavingMembers {
    id
    name
    enrolledAt
  }
  pointsUse {
    issuer {
      id
      name
    }
    enrolledIn
    given
    unspent
    unspentBps
    expired
  }
  offers(first: 20) {
    edges {
      node {
        ...OfferUpliftRow
      }
    }
  }
  audiencePolicy {
    minimumGroup
    inactiveDays
  }
}

fragment CustomerFigureRow on CustomerFigures {
  partner {
    id
    name
  }
  customerCount
  buyerCount
  activeCount
  inactiveDays
  inactiveBps
  neverRedeemedCount
  neverRedeemedBps
  leavingCount
  averageReceipt {
    amount
    currencyCode
  }
  visitsPerBuyer
  spendYear {
    amount
    currencyCode
  }
}

fragment OfferUpliftRow on Offer {
  id
  name {
    en
    ru
    be
  }
  controlBps
  uplift {
    treated {
      memberCount
      buyerCount
      mean {
        amount
        currencyCode
      }
    }
    control {
      memberCount
      buyerCount
      mean {
        amount
        currencyCode
      }
    }
    difference {
      mean {
        amount
        currencyCode
      }
      low {
        amount
        currencyCode
      }
      high {
        amount
        currencyCode
      }
      isCertain
    }
  }
}
`);
export const operatorAnalytics = /* @__PURE__ */ operation<typeof OperatorAnalytics>("OperatorAnalytics", "f721bf683a981e8fdf49c258e49b0df18ffaf8a56881e46949b7f7ed836284d1");

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
      }
    }
  }
  pointsByCycle {
    cycle {
      id
      seq
    }
    issued
    redeemed
    expired
  }
  outstandingPoints {
    issuer {
      id
      name
    }
    points
    value {
      amount
      currencyCode
    }
  }
  approvals(first: 100, state: WAITING) {
    edges {
      node {
        id
      }
    }
  }
  cycles(first: 6) {
    edges {
      node {
        id
        seq
        state
        cutoffAt
      }
    }
  }
  partners(first: 100) {
    edges {
      node {
        id
        status
        isOperator
      }
    }
  }
}
`);
export const operatorOverview = /* @__PURE__ */ operation<typeof OperatorOverview>("OperatorOverview", "17b35a9fa513eecb0555e6cb1fcee9f92d7fb3ddb77c70e133b396be9cd9904a");

const OrderReward = /* @__PURE__ */ graphql(`
mutation OrderReward($input: OrderRewardInput!) {
  orderReward(input: $input) {
    ... on OrderRewardSuccess {
      order {
        id
        state
        code
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const orderReward = /* @__PURE__ */ operation<typeof OrderReward>("OrderReward", "b12599637e0eade7673d98e67bb5e0b1ae610cf65dc894e790689b4c7f822bed");

const OverrideLimit = /* @__PURE__ */ graphql(`
mutation OverrideLimit($input: OverrideLimitInput!) {
  overrideLimit(input: $input) {
    ... on OverrideLimitSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const overrideLimit = /* @__PURE__ */ operation<typeof OverrideLimit>("OverrideLimit", "5ad3d3a5293a1745ab47e2aee418a056333ec8ef592a9c777c65fbea1db4ec5f");

const OwnMoney = /* @__PURE__ */ graphql(`
query OwnMoney {
  bankReconciliation {
    book
    account {
      id
      holder
      iban
      bic
      usableFrom
      createdAt
    }
    firstStatement {
      id
      openedOn
      opening {
        amount
        currencyCode
      }
    }
    statement {
      id
      bankId
      closedOn
      importedAt
      closing {
        amount
        currencyCode
      }
    }
    ledger {
      amount
      currencyCode
    }
    difference {
      amount
      currencyCode
    }
    openCount
    entries(first: 8) {
      edges {
        node {
          id
          kind
          occurredAt
          postedAt
          settlement: moveOn(account: BANK_SETTLEMENT) {
            points
            money {
              amount
              currencyCode
            }
          }
          collateral: moveOn(account: BANK_COLLATERAL) {
            points
            money {
              amount
              currencyCode
            }
          }
        }
      }
    }
  }
  settlementAccounts: bankAccounts(purpose: SETTLEMENT, first: 10) {
    edges {
      node {
        id
        purpose
        state
        holder
        iban
        bic
        createdAt
        supersededAt
        approvalId
      }
    }
  }
  collateralAccounts: bankAccounts(purpose: COLLATERAL, first: 10) {
    edges {
      node {
        id
        purpose
        state
        holder
        iban
        bic
        createdAt
        supersededAt
        approvalId
      }
    }
  }
}
`);
export const ownMoney = /* @__PURE__ */ operation<typeof OwnMoney>("OwnMoney", "217f0aa33322aed037a1d461ae592204afb907f07d559962b7c8154929b1e406");

const PartnerActivity = /* @__PURE__ */ graphql(`
subscription PartnerActivity($partnerId: ID!) {
  partnerActivity(partnerId: $partnerId) {
    id
    rungAt
  }
}
`);
export const partnerActivity = /* @__PURE__ */ operation<typeof PartnerActivity>("PartnerActivity", "4b99b99413abdc87b4f2ea9aa61bc95468dfef2f2ac9add07988d32e240c05c2");

const PartnerAnalytics = /* @__PURE__ */ graphql(`
query PartnerAnalytics {
  customerFigures {
    ...CustomerFigureRow
  }
  customerGroups {
    group
    customerCount
    spendYear {
      amount
      currencyCode
    }
  }
  customerCohorts {
    cohort
    month
    memberCount
    retainedBps
  }
  customerHours {
    weekday
    hour
    receiptCount
    spend {
      amount
      currencyCode
    }
  }
  customerFlows {
    month
    from {
      id
      name
    }
    to {
      id
      name
    }
    memberCount
  }
  customerInactivity {
    cohort
    memberCount
    inactiveCount
    inactiveBps
  }
  leavingCustomers {
    member {
      id
      name
    }
    lastOn
    visitCount
    spendYear {
      amount
      currencyCode
    }
  }
  offers(first: 20) {
    edges {
      node {
        ...OfferUpliftRow
      }
    }
  }
  audiencePolicy {
    minimumGroup
    inactiveDays
  }
}

fragment CustomerFigureRow on CustomerFigures {
  partner {
    id
    name
  }
  customerCount
  buyerCount
  activeCount
  inactiveDays
  inactiveBps
  neverRedeemedCount
  neverRedeemedBps
  leavingCount
  averageReceipt {
    amount
    currencyCode
  }
  visitsPerBuyer
  spendYear {
    amount
    currencyCode
  }
}

fragment OfferUpliftRow on Offer {
  id
  name {
    en
    ru
    be
  }
  controlBps
  uplift {
    treated {
      memberCount
      buyerCount
      mean {
        amount
        currencyCode
      }
    }
    control {
      memberCount
      buyerCount
      mean {
        amount
        currencyCode
      }
    }
    difference {
      mean {
        amount
        currencyCode
      }
      low {
        amount
        currencyCode
      }
      high {
        amount
        currencyCode
      }
      isCertain
    }
  }
}
`);
export const partnerAnalytics = /* @__PURE__ */ operation<typeof PartnerAnalytics>("PartnerAnalytics", "c5f2ad8857f739799200ad388abdf90bfcdc004d6dc624541a90054a75b1a606");

const PartnerBreaks = /* @__PURE__ */ graphql(`
query PartnerBreaks($first: Int!, $after: String, $kinds: [PartnerFileItemKind!], $states: [PartnerFileItemState!], $openedBefore: DateTime) {
  breakQueue(source: PARTNER_FILE) {
    untaken
    investigating
    waiting
    oldestAt
    ages {
      fromDays
      untilDays
      items
    }
  }
  partnerFileItems(
    first: $first
    after: $after
    kinds: $kinds
    states: $states
    openedBefore: $openedBefore
  ) {
    edges {
      node {
        ...PartnerFileItemRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment PartnerFileItemRow on PartnerFileItem {
  id
  line
  clientRef
  event
  kind
  state
  resolution
  rule
  occurredAt
  openedAt
  partnerPoints
  hubPoints
  partnerStatus
  partnerAmount {
    amount
    currencyCode
  }
  hubAmount {
    amount
    currencyCode
  }
  hubRef
  disputeReason
  fileId
  cycle {
    seq
  }
}
`);
export const partnerBreaks = /* @__PURE__ */ operation<typeof PartnerBreaks>("PartnerBreaks", "5fb612ee0ac3683e04d702f8ae5a826299316cf2adae631fb7899e58ebed6550");

const PartnerContract = /* @__PURE__ */ graphql(`
query PartnerContract($partnerId: ID!) {
  programme {
    rules {
      exitNoticeDays
      exitRunOffDays
      breakageOperatorBps
    }
  }
  partner(id: $partnerId) {
    id
    name
    status
    contract {
      ...TermsInForce
    }
    contracts {
      id
      version
      validFrom
      validUntil
      signedAt
      warnings
      changes {
        term
        before
        after
      }
      ...TermsInForce
    }
    contractProposals {
      validFrom
      approval {
        id
        state
        requestedAt
      }
      changes {
        term
        before
        after
      }
    }
    exposure {
      ...ExposureUse
    }
    limitOverrides {
      id
      isInForce
      reason
      validFrom
      expiresAt
      revokedAt
      limit {
        amount
        currencyCode
      }
    }
    exit {
      id
      state
      reason
      noticeAt
      endsAt
      runOffUntil
      releasedAt
      obstacles
    }
    exits {
      id
      state
      reason
      noticeAt
      endsAt
      runOffUntil
    }
  }
}

fragment TermsInForce on Contract {
  funding
  fundedShareBps
  prepaidAlertPoints
  prepaidStopPoints
  onUsPolicy
  earnBps
  pendingDays
  redeemShareMaxBps
  breakageOperatorBps
  feeBps
  exposureAlarmBps
  takesForeignReturns
  namesCounterparties
  issueRate {
    amount
    currencyCode
  }
  redeemRate {
    amount
    currencyCode
  }
  feePerCycle {
    amount
    currencyCode
  }
  feePerReceipt {
    amount
    currencyCode
  }
  collateralRequired {
    amount
    currencyCode
  }
  exposureLimit {
    amount
    currencyCode
  }
}

fragment ExposureUse on Exposure {
  usedBps
  alarmBps
  isAlarmed
  exposure {
    amount
    currencyCode
  }
  limit {
    amount
    currencyCode
  }
  position {
    amount
    currencyCode
  }
  due {
    amount
    currencyCode
  }
  outstanding {
    amount
    currencyCode
  }
  collateral {
    amount
    currencyCode
  }
  collateralMissing {
    amount
    currencyCode
  }
  lossPool {
    amount
    currencyCode
  }
}
`);
export const partnerContract = /* @__PURE__ */ operation<typeof PartnerContract>("PartnerContract", "9da39cba6649a4e6a3677cb96f9204cd424e95c6f2fbdbca7e77848cc1a5cc30");

const PartnerDisputes = /* @__PURE__ */ graphql(`
query PartnerDisputes($first: Int!, $after: String, $states: [DisputeState!], $claimantId: ID, $respondentId: ID, $dueBefore: DateTime) {
  disputeQueue {
    waitsForRespondent
    waitsForClaimant
    waitsForOperator
    waitsForViewer
    overdue
    dueSoon
    nextDeadlineAt
  }
  disputes(
    first: $first
    after: $after
    states: $states
    claimantId: $claimantId
    respondentId: $respondentId
    dueBefore: $dueBefore
  ) {
    edges {
      node {
        id
        reason
        state
        outcome
        deadlineAt
        openedAt
        points
        claimant {
          id
          name
        }
        respondent {
          id
          name
        }
        held {
          amount
          currencyCode
        }
        upheld {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const partnerDisputes = /* @__PURE__ */ operation<typeof PartnerDisputes>("PartnerDisputes", "250d2319e19ceaa6b3bb6a65590ed6dc55b7cf4972c7566c1ddb5f85b38929ac");

const PartnerEntries = /* @__PURE__ */ graphql(`
query PartnerEntries($partnerId: ID!, $first: Int!, $after: String, $kind: EntryKind, $locationId: ID, $from: DateTime, $until: DateTime) {
  partner(id: $partnerId) {
    id
    locations(first: 50) {
      edges {
        node {
          id
          name
        }
      }
    }
    entryTotals(kind: $kind, locationId: $locationId, from: $from, until: $until) {
      entryCount
      issued
      redeemed
      position {
        amount
        currencyCode
      }
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment PartnerEntryRow on Entry {
  id
  kind
  occurredAt
  points
  location {
    name
  }
  terminal {
    code
  }
  member {
    id
    name
  }
  purchase {
    receiptNumber
    total {
      amount
      currencyCode
    }
  }
  cycle {
    seq
  }
  effectOn(partnerId: $partnerId) {
    issued
    redeemed
    position {
      amount
      currencyCode
    }
  }
}
`);
export const partnerEntries = /* @__PURE__ */ operation<typeof PartnerEntries>("PartnerEntries", "28bfd821d5f7012f2b2af9939f100af48408b2326e73f25d2099823481a9694d");

const PartnerExposureHistory = /* @__PURE__ */ graphql(`
query PartnerExposureHistory($partnerId: ID!, $from: Date!, $to: Date!) {
  exposureHistory(partnerId: $partnerId, from: $from, to: $to) {
    ... on ExposureHistory {
      __typename
      peak {
        dayOn
        exposure {
          amount
          currencyCode
        }
      }
      days {
        dayOn
        exposure {
          amount
          currencyCode
        }
        collateral {
          amount
          currencyCode
        }
        lossPool {
          amount
          currencyCode
        }
        limit {
          amount
          currencyCode
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const partnerExposureHistory = /* @__PURE__ */ operation<typeof PartnerExposureHistory>("PartnerExposureHistory", "4a823fe08a2740b7a69b6924c9ddc47cb947410792069a212870cd1c6b39ad9c");

const PartnerFileBreaks = /* @__PURE__ */ graphql(`
query PartnerFileBreaks($first: Int!, $after: String, $states: [PartnerFileItemState!], $kinds: [PartnerFileItemKind!]) {
  partnerFileItems(first: $first, after: $after, states: $states, kinds: $kinds) {
    edges {
      node {
        ...PartnerFileItemRow
        takenBy
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment PartnerFileItemRow on PartnerFileItem {
  id
  line
  clientRef
  event
  kind
  state
  resolution
  rule
  occurredAt
  openedAt
  partnerPoints
  hubPoints
  partnerStatus
  partnerAmount {
    amount
    currencyCode
  }
  hubAmount {
    amount
    currencyCode
  }
  hubRef
  disputeReason
  fileId
  cycle {
    seq
  }
}
`);
export const partnerFileBreaks = /* @__PURE__ */ operation<typeof PartnerFileBreaks>("PartnerFileBreaks", "0ddc1fea006e721b1f25f2f7bdc1538d7e68e3f735a56aea61b6f67de2d2092b");

const PartnerFileList = /* @__PURE__ */ graphql(`
query PartnerFileList($first: Int!, $after: String) {
  breakQueue(source: PARTNER_FILE) {
    untaken
    investigating
    waiting
    oldestAt
    ages {
      fromDays
      untilDays
      items
    }
  }
  partnerFiles(first: $first, after: $after) {
    edges {
      node {
        id
        name
        from
        until
        uploadedAt
        comparedAt
        rowCount
        hash
        result {
          total
          matched
          matchRateBps
          open
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const partnerFileList = /* @__PURE__ */ operation<typeof PartnerFileList>("PartnerFileList", "72240ecde9c0ac9fe4bb3ce3e570e9eb526436cbd1df7fbc8f71795905cd9a79");

const PartnerFilePage = /* @__PURE__ */ graphql(`
query PartnerFilePage($id: ID!, $first: Int!, $after: String, $kinds: [PartnerFileItemKind!], $states: [PartnerFileItemState!]) {
  partnerFile(id: $id) {
    id
    name
    from
    until
    uploadedAt
    comparedAt
    state
    progressBps
    rowCount
    hash
    result {
      total
      matched
      matchRateBps
      open
      kinds {
        kind
        items
        open
      }
    }
    items(first: $first, after: $after, kinds: $kinds, states: $states) {
      edges {
        node {
          ...PartnerFileItemRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment PartnerFileItemRow on PartnerFileItem {
  id
  line
  clientRef
  event
  kind
  state
  resolution
  rule
  occurredAt
  openedAt
  partnerPoints
  hubPoints
  partnerStatus
  partnerAmount {
    amount
    currencyCode
  }
  hubAmount {
    amount
    currencyCode
  }
  hubRef
  disputeReason
  fileId
  cycle {
    seq
  }
}
`);
export const partnerFilePage = /* @__PURE__ */ operation<typeof PartnerFilePage>("PartnerFilePage", "67337aa7ce095c3641a046e10594be3e0f86bfad586f532e9214f9f3338dcb59");

const PartnerLiability = /* @__PURE__ */ graphql(`
query PartnerLiability($partnerId: ID!, $cycleId: ID) {
  cycles(first: 24) {
    edges {
      node {
        id
        seq
        state
        opensAt
        cutoffAt
      }
    }
  }
  partner(id: $partnerId) {
    id
    pointsLiability(cycleId: $cycleId) {
      cycle {
        id
        seq
        state
        opensAt
        cutoffAt
      }
      readAt
      expectedRedemptionBps
      fund {
        amount
        currencyCode
      }
      rollForward {
        funding
        opening
        issued
        redeemed
        returned
        expired
        clawedBack
        debtRecovered
        transferred
        other
        closing
        pending
        available
        reserved
        value {
          amount
          currencyCode
        }
        expectedValue {
          amount
          currencyCode
        }
      }
      ageing {
        funding
        month
        lots
        points
        value {
          amount
          currencyCode
        }
      }
      breakage {
        month
        points
        value {
          amount
          currencyCode
        }
        operatorShare {
          amount
          currencyCode
        }
        issuerShare {
          amount
          currencyCode
        }
        forecastPoints
        forecastValue {
          amount
          currencyCode
        }
        expected {
          amount
          currencyCode
        }
      }
    }
  }
}
`);
export const partnerLiability = /* @__PURE__ */ operation<typeof PartnerLiability>("PartnerLiability", "05370b89369a21fc421aaee19545338d5127a07f59c5dda89f841e0497624639");

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
          }
        }
        exposure {
          usedBps
          isAlarmed
          exposure {
            amount
            currencyCode
          }
          limit {
            amount
            currencyCode
          }
          collateral {
            amount
            currencyCode
          }
        }
        statements(first: 1) {
          edges {
            node {
              cycle {
                seq
              }
              obligation {
                state
              }
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const partnerList = /* @__PURE__ */ operation<typeof PartnerList>("PartnerList", "2a6dd4629721f3b3e97bd0a1d016c89c728a5be3678073f41978f5f3abb132d8");

const PartnerNames = /* @__PURE__ */ graphql(`
query PartnerNames($first: Int!, $after: String) {
  partners(first: $first, after: $after) {
    edges {
      node {
        id
        name
        code
        status
        isOperator
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const partnerNames = /* @__PURE__ */ operation<typeof PartnerNames>("PartnerNames", "37651b08ad8f69f9eea61453712b6a4411526e617ef89fa79c6b98a54e84f143");

const PartnerObligations = /* @__PURE__ */ graphql(`
query PartnerObligations($id: ID!) {
  partner(id: $id) {
    id
    statements(first: 12) {
      edges {
        node {
          id
          supersededAt
          cycle {
            id
            seq
          }
          obligation {
            id
            state
            dueOn
            direction
            amount {
              amount
              currencyCode
            }
            paid {
              amount
              currencyCode
            }
          }
        }
      }
    }
  }
}
`);
export const partnerObligations = /* @__PURE__ */ operation<typeof PartnerObligations>("PartnerObligations", "9e8e961ad4dc4188393b304318b4505c0bdd029a0e95e11f75aaa6a464302993");

const PartnerOverview = /* @__PURE__ */ graphql(`
query PartnerOverview($partnerId: ID!) {
  openCycle {
    id
    seq
    opensAt
    cutoffAt
  }
  partner(id: $partnerId) {
    id
    position {
      net {
        amount
        currencyCode
      }
    }
    exposure {
      usedBps
      exposure {
        amount
        currencyCode
      }
      limit {
        amount
        currencyCode
      }
    }
    outstandingPoints {
      points
      value {
        amount
        currencyCode
      }
    }
    pointsByCycle {
      cycle {
        id
        seq
      }
      issued
      redeemedHere
      redeemedElsewhere
      position {
        amount
        currencyCode
      }
    }
    statements(first: 1) {
      edges {
        node {
          id
          cycle {
            seq
          }
          obligation {
            amount {
              amount
              currencyCode
            }
            direction
            state
            dueOn
          }
        }
      }
    }
    entries(first: 6) {
      edges {
        node {
          ...PartnerEntryRow
        }
      }
    }
  }
}

fragment PartnerEntryRow on Entry {
  id
  kind
  occurredAt
  points
  location {
    name
  }
  terminal {
    code
  }
  member {
    id
    name
  }
  purchase {
    receiptNumber
    total {
      amount
      currencyCode
    }
  }
  cycle {
    seq
  }
  effectOn(partnerId: $partnerId) {
    issued
    redeemed
    position {
      amount
      currencyCode
    }
  }
}
`);
export const partnerOverview = /* @__PURE__ */ operation<typeof PartnerOverview>("PartnerOverview", "3e20ce22797be4c25e43c86104fd0ac7ed2794759d13e2d490f139ef074b916c");

const PartnerPage = /* @__PURE__ */ graphql(`
query PartnerPage($id: ID!) {
  openCycle {
    id
    seq
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
    }
    contract {
      version
      validFrom
      funding
      earnBps
      issueRate {
        amount
        currencyCode
      }
      redeemRate {
        amount
        currencyCode
      }
      feePerCycle {
        amount
        currencyCode
      }
    }
    position {
      net {
        amount
        currencyCode
      }
    }
    exposure {
      usedBps
      exposure {
        amount
        currencyCode
      }
      limit {
        amount
        currencyCode
      }
      collateral {
        amount
        currencyCode
      }
      outstanding {
        amount
        currencyCode
      }
    }
    outstandingPoints {
      points
      value {
        amount
        currencyCode
      }
    }
    pointsByCycle {
      cycle {
        id
        seq
      }
      issued
      redeemedHere
      redeemedElsewhere
      position {
        amount
        currencyCode
      }
    }
    locations(first: 50) {
      edges {
        node {
          id
          code
          name
          city
        }
      }
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
          }
          position {
            amount
            currencyCode
          }
          obligation {
            state
            amount {
              amount
              currencyCode
            }
          }
        }
      }
    }
  }
}
`);
export const partnerPage = /* @__PURE__ */ operation<typeof PartnerPage>("PartnerPage", "8f4d8e589d05edd8a23cad476f89ad04895d45e0f43b0f8426023d1d681d4a27");

const PartnerPayments = /* @__PURE__ */ graphql(`
query PartnerPayments($partnerId: ID!, $first: Int!, $after: String, $states: [PaymentState!]) {
  programme {
    payInAccount {
      holder
      iban
      bic
    }
    rules {
      bankDetailsCoolingDays
      paymentGraceDays
    }
  }
  partner(id: $partnerId) {
    id
    name
    contract {
      funding
      collateralRequired {
        amount
        currencyCode
      }
    }
    exposure {
      ...ExposureUse
    }
    bankAccounts {
      id
      iban
      bic
      holder
      state
      createdAt
      usableFrom
      supersededAt
    }
    prepaid {
      pointsLeft
      alertPoints
      stopPoints
      isLow
      isStopped
      packs(first: 20) {
        edges {
          node {
            id
            boughtAt
            points
            issued
            pointsLeft
            price {
              amount
              currencyCode
            }
            pricePerPoint {
              amount
              currencyCode
            }
          }
        }
      }
    }
  }
  payments(partnerId: $partnerId, first: $first, after: $after, states: $states) {
    edges {
      node {
        ...PaymentRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment ExposureUse on Exposure {
  usedBps
  alarmBps
  isAlarmed
  exposure {
    amount
    currencyCode
  }
  limit {
    amount
    currencyCode
  }
  position {
    amount
    currencyCode
  }
  due {
    amount
    currencyCode
  }
  outstanding {
    amount
    currencyCode
  }
  collateral {
    amount
    currencyCode
  }
  collateralMissing {
    amount
    currencyCode
  }
  lossPool {
    amount
    currencyCode
  }
}

fragment PaymentRow on PaymentInstruction {
  id
  kind
  state
  endToEndId
  creditorReference
  createdAt
  provisionalUntil
  bankAccount {
    iban
    holder
  }
  amount {
    amount
    currencyCode
  }
  received {
    amount
    currencyCode
  }
  cycle {
    id
    seq
  }
  obligation {
    id
    state
    dueOn
  }
}
`);
export const partnerPayments = /* @__PURE__ */ operation<typeof PartnerPayments>("PartnerPayments", "702a78b8b301635944643c17e6123cb4f9566cbc0e914989fcb8772e39b402c0");

const PartnerPosition = /* @__PURE__ */ graphql(`
query PartnerPosition($partnerId: ID!) {
  openCycle {
    id
    seq
    opensAt
    cutoffAt
  }
  programme {
    minorDigits
    rules {
      reviewDays
      dueDays
    }
  }
  partner(id: $partnerId) {
    id
    position {
      opening {
        amount
        currencyCode
      }
      debit {
        amount
        currencyCode
      }
      credit {
        amount
        currencyCode
      }
      net {
        amount
        currencyCode
      }
      sections {
        section
        originCycle {
          id
          seq
        }
        amount {
          amount
          currencyCode
        }
        entryCount
      }
    }
    exposure {
      ...ExposureUse
    }
    counterparties {
      partner {
        id
        name
      }
      pointsThere
      charge {
        amount
        currencyCode
      }
      pointsHere
      credit {
        amount
        currencyCode
      }
    }
  }
}

fragment ExposureUse on Exposure {
  usedBps
  alarmBps
  isAlarmed
  exposure {
    amount
    currencyCode
  }
  limit {
    amount
    currencyCode
  }
  position {
    amount
    currencyCode
  }
  due {
    amount
    currencyCode
  }
  outstanding {
    amount
    currencyCode
  }
  collateral {
    amount
    currencyCode
  }
  collateralMissing {
    amount
    currencyCode
  }
  lossPool {
    amount
    currencyCode
  }
}
`);
export const partnerPosition = /* @__PURE__ */ operation<typeof PartnerPosition>("PartnerPosition", "93348d13c4558fc0fc4fc452efe284a3fb93f56468bd446f372751ea0bda9561");

const PartnerRisk = /* @__PURE__ */ graphql(`
query PartnerRisk($id: ID!, $from: Date!, $to: Date!) {
  partner(id: $id) {
    id
    name
    code
    category
    status
    isOperator
    contract {
      exposureAlarmBps
      collateralRequired {
        amount
        currencyCode
      }
      exposureLimit {
        amount
        currencyCode
      }
    }
    exposure {
      usedBps
      alarmBps
      isAlarmed
      exposure {
        amount
        currencyCode
      }
      position {
        amount
        currencyCode
      }
      due {
        amount
        currencyCode
      }
      outstanding {
        amount
        currencyCode
      }
      collateral {
        amount
        currencyCode
      }
      collateralMissing {
        amount
        currencyCode
      }
      lossPool {
        amount
        currencyCode
      }
      limit {
        amount
        currencyCode
      }
    }
    limitOverrides {
      id
      isInForce
      reason
      validFrom
      expiresAt
      revokedAt
      limit {
        amount
        currencyCode
      }
    }
    lossIfFailed {
      owed {
        amount
        currencyCode
      }
      points {
        amount
        currencyCode
      }
      loss {
        amount
        currencyCode
      }
      ownCollateral {
        amount
        currencyCode
      }
      ownLossPool {
        amount
        currencyCode
      }
      operatorFirstLoss {
        amount
        currencyCode
      }
      survivors {
        amount
        currencyCode
      }
      rest {
        amount
        currencyCode
      }
      survivorShares {
        partner {
          id
          name
        }
        amount {
          amount
          currencyCode
        }
      }
    }
    unfundedLots {
      lotCount
      memberCount
      points
      blockedPoints
      value {
        amount
        currencyCode
      }
    }
    lotRuns {
      id
      kind
      state
      haircutBps
      lotsFound
      membersFound
      pointsFound
      lotsDone
      membersDone
      reason
      startedAt
      finishedAt
    }
    exit {
      id
      state
      reason
      noticeAt
      endsAt
      runOffUntil
      releasedAt
      obstacles
    }
  }
  exposureHistory(partnerId: $id, from: $from, to: $to) {
    ... on ExposureHistory {
      __typename
      peak {
        dayOn
        exposure {
          amount
          currencyCode
        }
      }
      days {
        dayOn
        exposure {
          amount
          currencyCode
        }
        collateral {
          amount
          currencyCode
        }
        lossPool {
          amount
          currencyCode
        }
        limit {
          amount
          currencyCode
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const partnerRisk = /* @__PURE__ */ operation<typeof PartnerRisk>("PartnerRisk", "da3938d52a12efda308a20291aa8dd0756312a4944cbe7875984cf7e020e2db7");

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
          confirmedAt
          hash
          position {
            amount
            currencyCode
          }
          cycle {
            id
            seq
            opensAt
            cutoffAt
            state
          }
          obligation {
            state
            direction
            dueOn
            amount {
              amount
              currencyCode
            }
            carried {
              amount
              currencyCode
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const partnerStatements = /* @__PURE__ */ operation<typeof PartnerStatements>("PartnerStatements", "6f7c74bdfc191e66ecbc4c22159114f06f7b66a6b1917905a0c804313ab7d2a8");

const PartnerTerms = /* @__PURE__ */ graphql(`
query PartnerTerms($id: ID!) {
  partner(id: $id) {
    id
    name
    code
    category
    status
    isOperator
    contracts {
      id
      version
      validFrom
      validUntil
      signedAt
      warnings
      changes {
        term
        before
        after
      }
      ...TermsInForce
    }
    contractProposals {
      validFrom
      approval {
        id
        reason
        state
        requestedBy
        requestedAt
      }
      changes {
        term
        before
        after
      }
    }
  }
  cycles(first: 12) {
    edges {
      node {
        id
        seq
        state
        opensAt
        cutoffAt
      }
    }
  }
}

fragment TermsInForce on Contract {
  funding
  fundedShareBps
  prepaidAlertPoints
  prepaidStopPoints
  onUsPolicy
  earnBps
  pendingDays
  redeemShareMaxBps
  breakageOperatorBps
  feeBps
  exposureAlarmBps
  takesForeignReturns
  namesCounterparties
  issueRate {
    amount
    currencyCode
  }
  redeemRate {
    amount
    currencyCode
  }
  feePerCycle {
    amount
    currencyCode
  }
  feePerReceipt {
    amount
    currencyCode
  }
  collateralRequired {
    amount
    currencyCode
  }
  exposureLimit {
    amount
    currencyCode
  }
}
`);
export const partnerTerms = /* @__PURE__ */ operation<typeof PartnerTerms>("PartnerTerms", "4f9bf5d1eaa80c6564cf94bbbc5e6034c519c9506b151cae02352c553cedcf97");

const PauseCampaign = /* @__PURE__ */ graphql(`
mutation PauseCampaign($input: PauseCampaignInput!) {
  pauseCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on PauseCampaignSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const pauseCampaign = /* @__PURE__ */ operation<typeof PauseCampaign>("PauseCampaign", "fdb01b51aae63b4e2b617276bdace64080c26cb8eef063ea3cadcc785394e8d5");

const PauseJourney = /* @__PURE__ */ graphql(`
mutation PauseJourney($input: PauseJourneyInput!) {
  pauseJourney(input: $input) {
    __typename
    ... on PauseJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const pauseJourney = /* @__PURE__ */ operation<typeof PauseJourney>("PauseJourney", "440f98075937fe186cd941af71a1c1901cd6c4000c8e469758d7f4c9661ba81f");

const PauseOffering = /* @__PURE__ */ graphql(`
mutation PauseOffering($input: PauseOfferingInput!) {
  pauseOffering(input: $input) {
    ... on Error {
      code
      message
    }
    ... on PauseOfferingSuccess {
      offering {
        __typename
      }
    }
  }
}
`);
export const pauseOffering = /* @__PURE__ */ operation<typeof PauseOffering>("PauseOffering", "fdb2b70773e09237af853909c94842b202b041d14dfc2cc34240d87a725eb943");

const PauseSubscription = /* @__PURE__ */ graphql(`
mutation PauseSubscription($input: PauseSubscriptionInput!) {
  pauseSubscription(input: $input) {
    ... on Error {
      code
      message
    }
    ... on PauseSubscriptionSuccess {
      subscription {
        id
        state
      }
    }
  }
}
`);
export const pauseSubscription = /* @__PURE__ */ operation<typeof PauseSubscription>("PauseSubscription", "92b69912f193acbedff3c2e00357fe7e8929cc29a67f7d8efd7120660b7ed6f3");

const PaymentFileContent = /* @__PURE__ */ graphql(`
query PaymentFileContent($id: ID!) {
  paymentFile(id: $id) {
    id
    messageId
    content
    csv
  }
}
`);
export const paymentFileContent = /* @__PURE__ */ operation<typeof PaymentFileContent>("PaymentFileContent", "3fbc5e88447e545b9971367d434f99469b288e95a297314fe48d10517ad4a93f");

const PaymentList = /* @__PURE__ */ graphql(`
query PaymentList($first: Int!, $after: String, $cycleId: ID, $kind: PaymentKind, $states: [PaymentState!]) {
  payments(
    first: $first
    after: $after
    cycleId: $cycleId
    kind: $kind
    states: $states
  ) {
    edges {
      node {
        id
        kind
        state
        endToEndId
        creditorReference
        bankAnswer
        submittedBy
        approvedBy
        secondApprovedBy
        createdAt
        provisionalUntil
        partner {
          id
          name
        }
        amount {
          amount
          currencyCode
        }
        received {
          amount
          currencyCode
        }
        bankAccount {
          iban
          holder
          state
          usableFrom
        }
        creditorName
        creditorIban
        receipt {
          id
        }
        obligation {
          id
          state
          dueOn
        }
        replaces {
          endToEndId
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const paymentList = /* @__PURE__ */ operation<typeof PaymentList>("PaymentList", "8cb5c09a4281439584b93ab0f851cc8550b9a4c5a3b2c9a014b8b67b9e410f9d");

const PlanDesk = /* @__PURE__ */ graphql(`
query PlanDesk($first: Int!, $after: String) {
  plans(first: 50) {
    edges {
      node {
        id
        code
        version
        state
        name {
          en
          ru
          be
        }
        about {
          en
          ru
          be
        }
        benefits {
          en
          ru
          be
        }
        price {
          amount
          currencyCode
        }
        frozenDays
        afterwards
        counts {
          paid
          paused
          lapsed
        }
        createdAt
      }
    }
  }
  planPayments(first: $first, after: $after) {
    edges {
      node {
        id
        reference
        months
        paidAt
        until
        amount {
          amount
          currencyCode
        }
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
  }
}
`);
export const planDesk = /* @__PURE__ */ operation<typeof PlanDesk>("PlanDesk", "bc0013c237d4dcb1e946739fa8386342336553957e7a2b4c4c4b05531de7d8ff");

const PreviewBankFile = /* @__PURE__ */ graphql(`
mutation PreviewBankFile($input: PreviewBankFileInput!) {
  previewBankFile(input: $input) {
    ... on PreviewBankFileSuccess {
      refusal {
        code
        message
      }
      statements {
        bankId
        openedOn
        closedOn
        opening {
          amount
          currencyCode
        }
        closing {
          amount
          currencyCode
        }
        account {
          iban
          holder
        }
        lines {
          seq
          bookedOn
          endToEndId
          remittance
          counterpartyName
          rule
          problem
          amount {
            amount
            currencyCode
          }
          partner {
            name
          }
          suggestion {
            score
            reasons
          }
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const previewBankFile = /* @__PURE__ */ operation<typeof PreviewBankFile>("PreviewBankFile", "b65843cc24830cc89b5e11e21ae80d26fcba69f9ec5ee561e781f57da5baf391");

const PreviewPartnerFile = /* @__PURE__ */ graphql(`
mutation PreviewPartnerFile($input: PreviewPartnerFileInput!) {
  previewPartnerFile(input: $input) {
    ... on PreviewPartnerFileSuccess {
      preview {
        rowCount
        problemCount
        takenId
        events {
          event
          points
          rows
        }
        problems {
          line
          column
          problem
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const previewPartnerFile = /* @__PURE__ */ operation<typeof PreviewPartnerFile>("PreviewPartnerFile", "ea7d325e4b018ae4b9a71767621e81cc1c10ddf55aa83eef76f5b8f3a10b308b");

const ProgrammeRulesPage = /* @__PURE__ */ graphql(`
query ProgrammeRulesPage($first: Int!, $after: String) {
  programme {
    id
    name
    currencyCode
    rules {
      pointsValidityMonths
      graceDays
      reservationSeconds
      breakageOperatorBps
      dueDays
      reviewDays
      paymentGraceDays
      bankDetailsCoolingDays
      matchWindowDays
      reconWindowDays
      disputeClaimDays
      disputeAnswerDays
      disputeEscalationDays
      disputeDecisionDays
      haircutBps
      expectedRedemptionBps
      exitNoticeDays
      exitRunOffDays
      cycleCalendar
      defaultLotsRule
      operatorFirstLoss {
        amount
        currencyCode
      }
      payOutTwoAbove {
        amount
        currencyCode
      }
      writeOffMax {
        amount
        currencyCode
      }
      writeOffCycleMax {
        amount
        currencyCode
      }
    }
  }
  partners(first: $first, after: $after) {
    edges {
      node {
        id
        name
        status
        isOperator
        contract {
          version
          validFrom
          funding
          feeBps
          issueRate {
            amount
            currencyCode
          }
          redeemRate {
            amount
            currencyCode
          }
          feePerCycle {
            amount
            currencyCode
          }
          feePerReceipt {
            amount
            currencyCode
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const programmeRulesPage = /* @__PURE__ */ operation<typeof ProgrammeRulesPage>("ProgrammeRulesPage", "353a33734a64d26ef6941b14dfba046dad9985077f25218f2d67afa6e66bf1e3");

const ProposeBankAccount = /* @__PURE__ */ graphql(`
mutation ProposeBankAccount($input: ProposeBankAccountInput!) {
  proposeBankAccount(input: $input) {
    ... on ProposeBankAccountSuccess {
      bankAccount {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const proposeBankAccount = /* @__PURE__ */ operation<typeof ProposeBankAccount>("ProposeBankAccount", "60dacd10d4c09830bd865643f40714830ca91e4239104281adeb77e7eec669e4");

const ProposeContract = /* @__PURE__ */ graphql(`
mutation ProposeContract($input: ProposeContractInput!) {
  proposeContract(input: $input) {
    ... on ProposeContractSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const proposeContract = /* @__PURE__ */ operation<typeof ProposeContract>("ProposeContract", "23a252489628605b0bf56fb02408cab3321f61eaa06b4fdc01f02dc265a74e23");

const ProposeDisputeDecision = /* @__PURE__ */ graphql(`
mutation ProposeDisputeDecision($input: ProposeDisputeDecisionInput!) {
  proposeDisputeDecision(input: $input) {
    ... on ProposeDisputeDecisionSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const proposeDisputeDecision = /* @__PURE__ */ operation<typeof ProposeDisputeDecision>("ProposeDisputeDecision", "d01272e3aa27851cd069de6f7bedd81c72de7c5818df8d48f0c1cbae5449c3a7");

const ProposePlan = /* @__PURE__ */ graphql(`
mutation ProposePlan($input: ProposePlanInput!) {
  proposePlan(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ProposePlanSuccess {
      approval {
        id
      }
    }
  }
}
`);
export const proposePlan = /* @__PURE__ */ operation<typeof ProposePlan>("ProposePlan", "9cdfcc4a583c675dd0f744e9db0dd94e06ad2f39ee36a430189371648f54f020");

const ProposeReferralTerms = /* @__PURE__ */ graphql(`
mutation ProposeReferralTerms($input: ProposeReferralTermsInput!) {
  proposeReferralTerms(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ProposeReferralTermsSuccess {
      approval {
        id
      }
    }
  }
}
`);
export const proposeReferralTerms = /* @__PURE__ */ operation<typeof ProposeReferralTerms>("ProposeReferralTerms", "8287aac7ac6b94c0a8055d386cf5bfb390be5aaee504ed33296f047a2da7933c");

const ProposeSpendPolicy = /* @__PURE__ */ graphql(`
mutation ProposeSpendPolicy($input: ProposeSpendPolicyInput!) {
  proposeSpendPolicy(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ProposeSpendPolicySuccess {
      approval {
        id
      }
    }
  }
}
`);
export const proposeSpendPolicy = /* @__PURE__ */ operation<typeof ProposeSpendPolicy>("ProposeSpendPolicy", "3ee69ddfb3b93a54e0061dffe90f9101604d93c3873ea1b2dc157b3e116cf8f3");

const ProposeTierLadder = /* @__PURE__ */ graphql(`
mutation ProposeTierLadder($input: ProposeTierLadderInput!) {
  proposeTierLadder(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ProposeTierLadderSuccess {
      approval {
        id
      }
    }
  }
}
`);
export const proposeTierLadder = /* @__PURE__ */ operation<typeof ProposeTierLadder>("ProposeTierLadder", "b43b81786cd7200830222700c743fc9f9ec066d7199caf3d4004bfff835f9488");

const ProposeVelocityRule = /* @__PURE__ */ graphql(`
mutation ProposeVelocityRule($input: ProposeVelocityRuleInput!) {
  proposeVelocityRule(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ProposeVelocityRuleSuccess {
      approval {
        id
      }
    }
  }
}
`);
export const proposeVelocityRule = /* @__PURE__ */ operation<typeof ProposeVelocityRule>("ProposeVelocityRule", "e3dabeca549e38b621390146e1c4e37ac1917050b804f2079a3e27d13448306f");

const ProveBooks = /* @__PURE__ */ graphql(`
mutation ProveBooks($input: ProveBooksInput!) {
  proveBooks(input: $input) {
    ... on ProveBooksSuccess {
      proof {
        provedAt
        errorCount
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const proveBooks = /* @__PURE__ */ operation<typeof ProveBooks>("ProveBooks", "f96e16108dd5d83bb237802e157f1bd6144deec2930677113da0d4697c8e78e6");

const PublicDraw = /* @__PURE__ */ graphql(`
query PublicDraw($id: ID!) {
  draw(id: $id) {
    id
    code
    state
    closesAt
    openedAt
    committedAt
    drawnAt
    publishedAt
    name {
      en
      ru
      be
    }
    rules {
      en
      ru
      be
    }
    organiserName
    organiserAddress
    registrationNumber
    prizes {
      quantity
      worth
      name {
        en
        ru
        be
      }
    }
    ticketPrice
    ticketsPerMember
    onePrizePerHolder
    excludesStaff
    publicSource {
      en
      ru
      be
    }
    seedHash
    listHash
    holderCount
    ticketCount
    publicValue
    seed
    winners {
      place
      prize
      ticket
      holder
      initial
      isMine
    }
    proof {
      seedHolds
      listHolds
      winnersHold
    }
  }
}
`);
export const publicDraw = /* @__PURE__ */ operation<typeof PublicDraw>("PublicDraw", "74c03eda4628115ff2db5e30919b887b8f9f302100f67ee8de5596c39b3b3392");

const PublishDraw = /* @__PURE__ */ graphql(`
mutation PublishDraw($input: PublishDrawInput!) {
  publishDraw(input: $input) {
    ... on PublishDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const publishDraw = /* @__PURE__ */ operation<typeof PublishDraw>("PublishDraw", "45a3dadec40609fc0971a4faabf4dc6f4cb48d579ec134e4988aae7661a5be18");

const PublishOffering = /* @__PURE__ */ graphql(`
mutation PublishOffering($input: PublishOfferingInput!) {
  publishOffering(input: $input) {
    ... on Error {
      code
      message
    }
    ... on PublishOfferingSuccess {
      offering {
        __typename
      }
    }
  }
}
`);
export const publishOffering = /* @__PURE__ */ operation<typeof PublishOffering>("PublishOffering", "9b17cf444c4ce6d4ed3b7a20b877dc56e4d726f8d363f87c578705ed528003d8");

const PutIntoPool = /* @__PURE__ */ graphql(`
mutation PutIntoPool($input: PutIntoPoolInput!) {
  putIntoPool(input: $input) {
    ... on Error {
      code
      message
    }
    ... on PutIntoPoolSuccess {
      wallet {
        available
      }
    }
  }
}
`);
export const putIntoPool = /* @__PURE__ */ operation<typeof PutIntoPool>("PutIntoPool", "82721c182d365a38c1d45d4e393bf697ed60e3a914aa4ee96acfc563371f550e");

const QuotePurchase = /* @__PURE__ */ graphql(`
query QuotePurchase($input: QuotePurchaseInput!) {
  quotePurchase(input: $input) {
    __typename
    ... on Quote {
      member {
        id
        name
      }
      discount {
        amount
        currencyCode
      }
      paid {
        amount
        currencyCode
      }
      pointsEarned
      campaignDiscounts {
        seq
        campaignId
        amount {
          amount
          currencyCode
        }
      }
      effects {
        kind
        campaignId
        what
        count
      }
      explanation {
        steps {
          campaignId
          applied
          because
          points
        }
      }
      available
      redeemable {
        points
        value {
          amount
          currencyCode
        }
        because
      }
      engineVersion
      expiresAt
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const quotePurchase = /* @__PURE__ */ operation<typeof QuotePurchase>("QuotePurchase", "5f5d614684f6f0fbcaee7702c0f4b7a6f1e7d7a97bec5a304d19799560526b94");

const ReconBoard = /* @__PURE__ */ graphql(`
query ReconBoard($first: Int!) {
  reconItems(first: $first, source: BANK, isUnapplied: true) {
    edges {
      node {
        id
        state
        takenBy
        unapplied {
          amount
          currencyCode
        }
        bankLine {
          bookedOn
          endToEndId
          remittance
          counterpartyName
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  payments(first: $first, kind: PAY_IN, states: [EXPECTED, PARTIAL]) {
    edges {
      node {
        id
        endToEndId
        creditorReference
        partner {
          id
          name
        }
        obligation {
          dueOn
        }
        amount {
          amount
          currencyCode
        }
        received {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
`);
export const reconBoard = /* @__PURE__ */ operation<typeof ReconBoard>("ReconBoard", "4ffaf6d099939302676803a78d4083184efc8dd9adeefce2d356cf65b8766a6c");

const ReconHints = /* @__PURE__ */ graphql(`
query ReconHints($first: Int!, $after: String) {
  reconItems(first: $first, after: $after, source: BANK, isUnapplied: true) {
    edges {
      node {
        id
        suggestions {
          score
          reasons
          parts {
            payment {
              id
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const reconHints = /* @__PURE__ */ operation<typeof ReconHints>("ReconHints", "f55cc71b54862a81a5b7b35ef110f857ff00a823c180b1115f5a8f3fa5141d96");

const ReconItemList = /* @__PURE__ */ graphql(`
query ReconItemList($first: Int!, $after: String, $states: [ReconState!], $kinds: [ReconKind!], $olderThanDays: Int) {
  reconItems(
    first: $first
    after: $after
    source: BANK
    states: $states
    kinds: $kinds
    olderThanDays: $olderThanDays
  ) {
    edges {
      node {
        ...ReconRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment ReconRow on ReconItem {
  id
  state
  kind
  score
  rule
  takenBy
  openedAt
  closedAt
  otherRef
  partner {
    id
    name
  }
  unapplied {
    amount
    currencyCode
  }
  otherValue {
    amount
    currencyCode
  }
  hubValue {
    amount
    currencyCode
  }
  bankLine {
    id
    bookedOn
    endToEndId
    remittance
    counterpartyName
    amount {
      amount
      currencyCode
    }
  }
}
`);
export const reconItemList = /* @__PURE__ */ operation<typeof ReconItemList>("ReconItemList", "e9c4fb91c685df8edb0beb82957acb7a0ca793cd732485d0be2f929cd0daaece");

const ReconItemPage = /* @__PURE__ */ graphql(`
query ReconItemPage($id: ID!) {
  reconItem(id: $id) {
    ...ReconRow
    resolution
    hubRef
    cycle {
      id
      seq
      state
    }
    returns {
      id
      state
      endToEndId
      creditorName
      creditorIban
      bankAnswer
      createdAt
      amount {
        amount
        currencyCode
      }
    }
    suggestions {
      score
      reasons
      withItems {
        id
      }
      parts {
        amount {
          amount
          currencyCode
        }
        payment {
          id
          endToEndId
          partner {
            id
            name
          }
          amount {
            amount
            currencyCode
          }
        }
      }
    }
    matches {
      rule
      score
      reason
      matchedBy
      matchedAt
      undoneBy
      undoneAt
      amount {
        amount
        currencyCode
      }
      entry {
        id
      }
      payment {
        id
        endToEndId
        partner {
          name
        }
      }
    }
    bankLine {
      bankRef
      bankCode
      isReversal
      isCharge
      returnReason
      creditorReference
      counterpartyIban
      valueOn
      entry {
        id
      }
      statement {
        id
        bankId
        closedOn
      }
    }
  }
}

fragment ReconRow on ReconItem {
  id
  state
  kind
  score
  rule
  takenBy
  openedAt
  closedAt
  otherRef
  partner {
    id
    name
  }
  unapplied {
    amount
    currencyCode
  }
  otherValue {
    amount
    currencyCode
  }
  hubValue {
    amount
    currencyCode
  }
  bankLine {
    id
    bookedOn
    endToEndId
    remittance
    counterpartyName
    amount {
      amount
      currencyCode
    }
  }
}
`);
export const reconItemPage = /* @__PURE__ */ operation<typeof ReconItemPage>("ReconItemPage", "bbc4060e922d0be51559c3df7de2591cec1be7d10b8fd05521ff0d55e97322fc");

const ReconOverview = /* @__PURE__ */ graphql(`
query ReconOverview {
  bankReconciliation {
    book
    lineCount
    matchedCount
    openCount
    ledger {
      amount
      currencyCode
    }
    difference {
      amount
      currencyCode
    }
    unapplied {
      amount
      currencyCode
    }
    unexplained {
      amount
      currencyCode
    }
    statement {
      id
      closedOn
      importedAt
      closing {
        amount
        currencyCode
      }
    }
    oldestOpen {
      id
      openedAt
    }
  }
  breakQueue(source: BANK) {
    untaken
    investigating
    waiting
    oldestAt
    ages {
      fromDays
      untilDays
      items
    }
  }
}
`);
export const reconOverview = /* @__PURE__ */ operation<typeof ReconOverview>("ReconOverview", "973808ac77b244f456d4d48c350d05a3a40e9fb3ba8415be2f7690e4db8c4746");

const RecordCollateral = /* @__PURE__ */ graphql(`
mutation RecordCollateral($input: RecordCollateralInput!) {
  recordCollateral(input: $input) {
    ... on RecordCollateralSuccess {
      isReplay
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const recordCollateral = /* @__PURE__ */ operation<typeof RecordCollateral>("RecordCollateral", "65d4cc0ebfcfb697ea79734b7301fd5f01e607fb858e5624056a44a4fd243ee3");

const RecordLossPool = /* @__PURE__ */ graphql(`
mutation RecordLossPool($input: RecordLossPoolInput!) {
  recordLossPool(input: $input) {
    ... on RecordLossPoolSuccess {
      isReplay
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const recordLossPool = /* @__PURE__ */ operation<typeof RecordLossPool>("RecordLossPool", "db155aa995a78bf9bd9675911a4c6de6f34debf7085f4c7fd31059f249f1820c");

const RecordPlanPayment = /* @__PURE__ */ graphql(`
mutation RecordPlanPayment($input: RecordPlanPaymentInput!) {
  recordPlanPayment(input: $input) {
    ... on Error {
      code
      message
    }
    ... on RecordPlanPaymentSuccess {
      payment {
        id
        until
      }
      subscription {
        id
        state
        paidUntil
      }
    }
  }
}
`);
export const recordPlanPayment = /* @__PURE__ */ operation<typeof RecordPlanPayment>("RecordPlanPayment", "08840959129aea3204319b90741c348404bfaddf4d5edb66d958ba401e3a9f94");

const RecordPurchase = /* @__PURE__ */ graphql(`
mutation RecordPurchase($input: RecordPurchaseInput!) {
  recordPurchase(input: $input) {
    __typename
    ... on RecordPurchaseSuccess {
      purchase {
        id
        pointsEarned
        pointsSpent
        effects {
          kind
          campaignId
          what
          count
        }
        differences {
          seq
          campaignId
          given {
            amount
            currencyCode
          }
          granted {
            amount
            currencyCode
          }
        }
        explanation {
          steps {
            rule
            applied
            because
            unrounded
            points
          }
        }
      }
      redemption {
        id
        captured
      }
      wallet {
        available
        pending
      }
      replayed
    }
    ... on InsufficientPointsError {
      available
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const recordPurchase = /* @__PURE__ */ operation<typeof RecordPurchase>("RecordPurchase", "5a3b14141397d2a840179bcdd3df416b62f7eac72cb3e5079d16a38349e6356e");

const RecordRecovery = /* @__PURE__ */ graphql(`
mutation RecordRecovery($input: RecordRecoveryInput!) {
  recordRecovery(input: $input) {
    ... on RecordRecoverySuccess {
      obligation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const recordRecovery = /* @__PURE__ */ operation<typeof RecordRecovery>("RecordRecovery", "a40b78958686f61ff8b0be8f213d8f40e6e673e25177307c849e0f433745ec6c");

const RecountSegments = /* @__PURE__ */ graphql(`
mutation RecountSegments($input: RecountSegmentsInput!) {
  recountSegments(input: $input) {
    ... on RecountSegmentsSuccess {
      recount {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const recountSegments = /* @__PURE__ */ operation<typeof RecountSegments>("RecountSegments", "6875e5ab471da55213640712f1ee089d9297e703e3df02e9bf545bea64e82ee6");

const RefuseClaim = /* @__PURE__ */ graphql(`
mutation RefuseClaim($input: RefuseClaimInput!) {
  refuseClaim(input: $input) {
    ... on Error {
      code
      message
    }
    ... on RefuseClaimSuccess {
      claim {
        id
        state
      }
    }
  }
}
`);
export const refuseClaim = /* @__PURE__ */ operation<typeof RefuseClaim>("RefuseClaim", "3cf71c3ed925ac3e7886fb56314f13a7e84e4705c4d5132b0c4467154b8fdaa2");

const RefuseSuggestion = /* @__PURE__ */ graphql(`
mutation RefuseSuggestion($input: RefuseSuggestionInput!) {
  refuseSuggestion(input: $input) {
    ... on RefuseSuggestionSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const refuseSuggestion = /* @__PURE__ */ operation<typeof RefuseSuggestion>("RefuseSuggestion", "eef8009bcd548fa76161dbb55c6350091a9e9d160c7a7b90ccdf6e6a70ad9986");

const RefusedReferralList = /* @__PURE__ */ graphql(`
query RefusedReferralList($first: Int!, $after: String, $problem: ReferralProblem) {
  refusedReferrals(first: $first, after: $after, problem: $problem) {
    edges {
      node {
        id
        problem
        evidence
        openedAt
        advocate {
          id
          name
          status
        }
        friend {
          id
          name
          status
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  referralTerms {
    version
    minimum {
      amount
      currencyCode
    }
    advocatePoints
    friendPoints
    monthMost
    dayMost
    joinDays
    validFrom
    funder {
      id
      name
    }
  }
  spendPolicy {
    version
    needsCode
    confirmAbove
    confirmNewPlaces
    giftDayMost
    validFrom
  }
}
`);
export const refusedReferralList = /* @__PURE__ */ operation<typeof RefusedReferralList>("RefusedReferralList", "755095d81f61142e2a99adf25f6a55baac9aabff0f61a22129c1c4fcd8220e0c");

const ReinstatePartner = /* @__PURE__ */ graphql(`
mutation ReinstatePartner($input: ReinstatePartnerInput!) {
  reinstatePartner(input: $input) {
    ... on ReinstatePartnerSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const reinstatePartner = /* @__PURE__ */ operation<typeof ReinstatePartner>("ReinstatePartner", "77c97a9c5f625fe14125e209d2de09557ba35e56048cd2064066b53eac6c6aa7");

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
      }
      wallet {
        available
      }
      replayed
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const releasePoints = /* @__PURE__ */ operation<typeof ReleasePoints>("ReleasePoints", "bd04b6e3d659a7e84ec692f104c815231f2538aa40d44bf65858550a58a25618");

const ReleaseSecured = /* @__PURE__ */ graphql(`
mutation ReleaseSecured($input: ReleaseSecuredInput!) {
  releaseSecured(input: $input) {
    ... on ReleaseSecuredSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const releaseSecured = /* @__PURE__ */ operation<typeof ReleaseSecured>("ReleaseSecured", "f68be66da1600b21f89b67386221ac2655c6e2b91d5e9062692cc0e329f75613");

const RemoveFromClub = /* @__PURE__ */ graphql(`
mutation RemoveFromClub($input: RemoveFromClubInput!) {
  removeFromClub(input: $input) {
    ... on Error {
      code
      message
    }
    ... on RemoveFromClubSuccess {
      membership {
        id
        state
      }
    }
  }
}
`);
export const removeFromClub = /* @__PURE__ */ operation<typeof RemoveFromClub>("RemoveFromClub", "88b75c613a300a5035e8bbef87ebc3e1f9954b7b5201684572925446fcfa9edb");

const RenetCycle = /* @__PURE__ */ graphql(`
mutation RenetCycle($input: RenetCycleInput!) {
  renetCycle(input: $input) {
    ... on RenetCycleSuccess {
      cycle {
        id
        state
        version
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const renetCycle = /* @__PURE__ */ operation<typeof RenetCycle>("RenetCycle", "21ed194a92f08181ca77c2e6d357283f2c4fd8c31376ce4be67427e320959a2d");

const ReopenCycle = /* @__PURE__ */ graphql(`
mutation ReopenCycle($input: ReopenCycleInput!) {
  reopenCycle(input: $input) {
    ... on ReopenCycleSuccess {
      cycle {
        id
        state
        version
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const reopenCycle = /* @__PURE__ */ operation<typeof ReopenCycle>("ReopenCycle", "7c8bf3b5a10d5dc0be91b6810e52243aef13402bfd51d3082c8ba3e049b35b19");

const ReplaceCard = /* @__PURE__ */ graphql(`
mutation ReplaceCard($input: ReplaceCardInput!) {
  replaceCard(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ReplaceCardSuccess {
      card {
        id
      }
    }
  }
}
`);
export const replaceCard = /* @__PURE__ */ operation<typeof ReplaceCard>("ReplaceCard", "2feff4c30b007130504a3663aa4f3e5880ab77e942666402824994d1c70fa459");

const ReplacePayment = /* @__PURE__ */ graphql(`
mutation ReplacePayment($input: ReplacePaymentInput!) {
  replacePayment(input: $input) {
    ... on ReplacePaymentSuccess {
      payment {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const replacePayment = /* @__PURE__ */ operation<typeof ReplacePayment>("ReplacePayment", "362510924172f7347465398ad2e810269a1ea9aa6547491baa8ddd717c4b1aa3");

const ReportList = /* @__PURE__ */ graphql(`
query ReportList {
  reports {
    name
    description
    formats
    needs
    takes
  }
}
`);
export const reportList = /* @__PURE__ */ operation<typeof ReportList>("ReportList", "e3e46b1f8075a7500649a3da069aa5e836a54e9288b7439a5697c4b805d47326");

const RequestDeletion = /* @__PURE__ */ graphql(`
mutation RequestDeletion($input: RequestDeletionInput!) {
  requestDeletion(input: $input) {
    __typename
    ... on RequestDeletionSuccess {
      request {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const requestDeletion = /* @__PURE__ */ operation<typeof RequestDeletion>("RequestDeletion", "7bb4d996615c3eaf29a41828579bdbbca01af50e4ba3397fab53ffba08513cd0");

const RequestExport = /* @__PURE__ */ graphql(`
mutation RequestExport($input: RequestExportInput!) {
  requestExport(input: $input) {
    ... on RequestExportSuccess {
      exportJob {
        id
        state
        downloadPath
        fileName
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const requestExport = /* @__PURE__ */ operation<typeof RequestExport>("RequestExport", "082d991224ad788363dfc6a60f8060c26b6abf5adb893df7efcc989d189ac1a0");

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
      }
      wallet {
        available
      }
      replayed
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const reservePoints = /* @__PURE__ */ operation<typeof ReservePoints>("ReservePoints", "28d7c484f606f05a78e0de652dc1e9b12fc5aa8e9e0e66744e047f313fbc7ce4");

const ResolveReconItem = /* @__PURE__ */ graphql(`
mutation ResolveReconItem($input: ResolveReconItemInput!) {
  resolveReconItem(input: $input) {
    ... on ResolveReconItemSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const resolveReconItem = /* @__PURE__ */ operation<typeof ResolveReconItem>("ResolveReconItem", "27dd9110254809ab7a67d2c32c127300308e3fcb8241111c7aff9b5f1d2d7618");

const RespondToDispute = /* @__PURE__ */ graphql(`
mutation RespondToDispute($input: RespondToDisputeInput!) {
  respondToDispute(input: $input) {
    ... on RespondToDisputeSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const respondToDispute = /* @__PURE__ */ operation<typeof RespondToDispute>("RespondToDispute", "be4e37773bbe419926bea23d24777690c4f45d04b02e243527bbffa38ab05336");

const RestockReward = /* @__PURE__ */ graphql(`
mutation RestockReward($input: RestockRewardInput!) {
  restockReward(input: $input) {
    ... on RestockRewardSuccess {
      reward {
        id
        state
        stock
        stockLeft
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const restockReward = /* @__PURE__ */ operation<typeof RestockReward>("RestockReward", "378619054a5b0eea845061c7324299bd5bb241d0b74c4ac92d96e9de202a4ecf");

const ResumeCampaign = /* @__PURE__ */ graphql(`
mutation ResumeCampaign($input: ResumeCampaignInput!) {
  resumeCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ResumeCampaignSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const resumeCampaign = /* @__PURE__ */ operation<typeof ResumeCampaign>("ResumeCampaign", "888ec7c40a2e1c5e544cca57cec70b3fb5655c7cb32c30725058c58be1301dc0");

const ResumeJourney = /* @__PURE__ */ graphql(`
mutation ResumeJourney($input: ResumeJourneyInput!) {
  resumeJourney(input: $input) {
    __typename
    ... on ResumeJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const resumeJourney = /* @__PURE__ */ operation<typeof ResumeJourney>("ResumeJourney", "0c3a1d99e60f2fab07cef98cc8a0441a24de4b69b743fc2f99ceab457491aee5");

const ResumeOffering = /* @__PURE__ */ graphql(`
mutation ResumeOffering($input: ResumeOfferingInput!) {
  resumeOffering(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ResumeOfferingSuccess {
      offering {
        __typename
      }
    }
  }
}
`);
export const resumeOffering = /* @__PURE__ */ operation<typeof ResumeOffering>("ResumeOffering", "1e6f19faaaa0e64577d8ff7336cf30b066fa85f042332b5f313b0776ef93ce13");

const ResumePartner = /* @__PURE__ */ graphql(`
mutation ResumePartner($input: ResumePartnerInput!) {
  resumePartner(input: $input) {
    ... on ResumePartnerSuccess {
      partner {
        id
        status
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const resumePartner = /* @__PURE__ */ operation<typeof ResumePartner>("ResumePartner", "74004357aed1b2aa4b4d87fb30592450101401503e090a784ada7c968d404c50");

const ResumeSubscription = /* @__PURE__ */ graphql(`
mutation ResumeSubscription($input: ResumeSubscriptionInput!) {
  resumeSubscription(input: $input) {
    ... on Error {
      code
      message
    }
    ... on ResumeSubscriptionSuccess {
      subscription {
        id
        state
        paidUntil
      }
    }
  }
}
`);
export const resumeSubscription = /* @__PURE__ */ operation<typeof ResumeSubscription>("ResumeSubscription", "b3129536349727a6a856e5302befc353efa8945fad754ef615a62c58c5397e20");

const RetireMessageTemplate = /* @__PURE__ */ graphql(`
mutation RetireMessageTemplate($input: RetireMessageTemplateInput!) {
  retireMessageTemplate(input: $input) {
    __typename
    ... on RetireMessageTemplateSuccess {
      template {
        id
        name
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const retireMessageTemplate = /* @__PURE__ */ operation<typeof RetireMessageTemplate>("RetireMessageTemplate", "f418c96df855c23f7b0ee4597ff16586928de4df2ab7826ea0d0ff6d819d71df");

const RetireSegment = /* @__PURE__ */ graphql(`
mutation RetireSegment($input: RetireSegmentInput!) {
  retireSegment(input: $input) {
    ... on RetireSegmentSuccess {
      segment {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const retireSegment = /* @__PURE__ */ operation<typeof RetireSegment>("RetireSegment", "b0feff8d4cedf03724878593b9c21acbe2afa8351466ed2783c1b13d7e54de93");

const RetryExport = /* @__PURE__ */ graphql(`
mutation RetryExport($input: RetryExportInput!) {
  retryExport(input: $input) {
    ... on RetryExportSuccess {
      exportJob {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const retryExport = /* @__PURE__ */ operation<typeof RetryExport>("RetryExport", "1aed4e6cd5da0b5d2ab26df115d5a9155ad82c9920c0e5e6f6d0bf2704b5a9d6");

const ReturnFiles = /* @__PURE__ */ graphql(`
query ReturnFiles($first: Int!, $after: String) {
  returnFiles(first: $first, after: $after) {
    edges {
      node {
        id
        messageId
        hash
        paymentCount
        createdBy
        createdAt
        total {
          amount
          currencyCode
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const returnFiles = /* @__PURE__ */ operation<typeof ReturnFiles>("ReturnFiles", "9302463ecdc9b4e217285c931e36e05ed641a1906a7c3b22d10f7998d6851cae");

const ReturnPurchase = /* @__PURE__ */ graphql(`
mutation ReturnPurchase($input: ReturnPurchaseInput!) {
  returnPurchase(input: $input) {
    __typename
    ... on ReturnPurchaseSuccess {
      purchaseReturn {
        id
        amount {
          amount
        }
        pointsClawedBack
        pointsRestored
      }
      wallet {
        available
      }
      replayed
    }
    ... on ReturnExceedsPurchaseError {
      line
      returnable
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const returnPurchase = /* @__PURE__ */ operation<typeof ReturnPurchase>("ReturnPurchase", "298c4e59151085a47ade63325e9f40992221c04957fc92632d22f42723ade9c9");

const RevokeLimitOverride = /* @__PURE__ */ graphql(`
mutation RevokeLimitOverride($input: RevokeLimitOverrideInput!) {
  revokeLimitOverride(input: $input) {
    ... on RevokeLimitOverrideSuccess {
      limitOverride {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const revokeLimitOverride = /* @__PURE__ */ operation<typeof RevokeLimitOverride>("RevokeLimitOverride", "0a3b32cb92d68047d946c0f2936da3be6c5f40c8f30f220c44c35ce070f584ba");

const RewardDesk = /* @__PURE__ */ graphql(`
query RewardDesk {
  rewards(first: 50, own: true) {
    edges {
      node {
        id
        state
        points
        stock
        stockLeft
        collectDays
        name {
          en
          ru
          be
        }
        description {
          en
          ru
          be
        }
        partner {
          id
          name
        }
      }
    }
  }
  rewardOrders(first: 50) {
    edges {
      node {
        id
        state
        points
        orderedAt
        lapsesAt
        collectedAt
        reward {
          id
          name {
            en
            ru
            be
          }
        }
      }
    }
  }
}
`);
export const rewardDesk = /* @__PURE__ */ operation<typeof RewardDesk>("RewardDesk", "abd8df6a148df6865b077e8fb728e58ea77ec7939d454af1ad20c8b95a8b383d");

const RewardOrderByCode = /* @__PURE__ */ graphql(`
query RewardOrderByCode($code: String!) {
  rewardOrderByCode(code: $code) {
    id
    state
    points
    orderedAt
    lapsesAt
    collectedAt
    reward {
      id
      name {
        en
        ru
        be
      }
    }
  }
}
`);
export const rewardOrderByCode = /* @__PURE__ */ operation<typeof RewardOrderByCode>("RewardOrderByCode", "a9e66c113677d24c41eba830fa509facfa1a24039780b70cf4e5fa7c4d993479");

const SeeOffers = /* @__PURE__ */ graphql(`
mutation SeeOffers($input: SeeOffersInput!) {
  seeOffers(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SeeOffersSuccess {
      seen
    }
  }
}
`);
export const seeOffers = /* @__PURE__ */ operation<typeof SeeOffers>("SeeOffers", "618c7441a41f694a7cd81a5a368e7f2883d944e79ba95eee374b5bc324292256");

const SegmentFacts = /* @__PURE__ */ graphql(`
query SegmentFacts {
  segmentFacts {
    name
    type
    unit
    description
  }
}
`);
export const segmentFacts = /* @__PURE__ */ operation<typeof SegmentFacts>("SegmentFacts", "4711ddb2c020e201add718bab6cf0e41f6c2bc0b459a2af859d43d8dd46286b6");

const SegmentList = /* @__PURE__ */ graphql(`
query SegmentList($first: Int!, $after: String, $states: [SegmentState!]) {
  segments(first: $first, after: $after, states: $states) {
    edges {
      node {
        id
        code
        name {
          en
          ru
          be
        }
        template
        state
        isShared
        isOwn
        memberCount
        countedAt
        lastRecount {
          id
          state
          membersDone
          membersTotal
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  segmentTemplates {
    name
    fields {
      name
      kind
    }
  }
}
`);
export const segmentList = /* @__PURE__ */ operation<typeof SegmentList>("SegmentList", "d8409fb2e74e4a8a1cd39be6066c8dd1a09f6fc671f62fb2d4b22971e9a2b4d1");

const SegmentMembers = /* @__PURE__ */ graphql(`
query SegmentMembers($id: ID!, $first: Int!, $after: String) {
  segment(id: $id) {
    id
    members(first: $first, after: $after) {
      edges {
        node {
          enteredAt
          member {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    events(first: 10) {
      edges {
        cursor
        node {
          kind
          at
          member {
            id
            name
          }
        }
      }
    }
  }
}
`);
export const segmentMembers = /* @__PURE__ */ operation<typeof SegmentMembers>("SegmentMembers", "4618d43f55a1d68154d86bc338e6cc6bbe5417827ca40651bc2bd57e5b5d93ff");

const SegmentPage = /* @__PURE__ */ graphql(`
query SegmentPage($id: ID!) {
  segment(id: $id) {
    id
    code
    name {
      en
      ru
      be
    }
    expression
    template
    state
    isShared
    isOwn
    memberCount
    countedAt
    createdAt
    lastRecount {
      id
      state
      membersDone
      membersTotal
      enteredCount
      leftCount
      requestedAt
      finishedAt
    }
  }
}
`);
export const segmentPage = /* @__PURE__ */ operation<typeof SegmentPage>("SegmentPage", "dd87fdd8a00272dbf7c018293f32589b3a6da790a95c395feadcf54f341eafdd");

const SendTestMessage = /* @__PURE__ */ graphql(`
mutation SendTestMessage($input: SendTestMessageInput!) {
  sendTestMessage(input: $input) {
    __typename
    ... on SendTestMessageSuccess {
      sentTo
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const sendTestMessage = /* @__PURE__ */ operation<typeof SendTestMessage>("SendTestMessage", "7beb787428d6661334e05b747773378886d6f9f2278942c436a46403b6a12a09");

const SetAudiencePolicy = /* @__PURE__ */ graphql(`
mutation SetAudiencePolicy($input: SetAudiencePolicyInput!) {
  setAudiencePolicy(input: $input) {
    ... on SetAudiencePolicySuccess {
      policy {
        minimumGroup
        inactiveDays
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setAudiencePolicy = /* @__PURE__ */ operation<typeof SetAudiencePolicy>("SetAudiencePolicy", "af7a97d85d8ed3a735562ea76ecc60d7625bbffd41750a40297cc51733b7f113");

const SetCampaignPolicy = /* @__PURE__ */ graphql(`
mutation SetCampaignPolicy($input: SetCampaignPolicyInput!) {
  setCampaignPolicy(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SetCampaignPolicySuccess {
      policy {
        budgetRequired
      }
    }
  }
}
`);
export const setCampaignPolicy = /* @__PURE__ */ operation<typeof SetCampaignPolicy>("SetCampaignPolicy", "f90b1cb2ff53bd5bdf829bc2b8beefa09cfaa2e4321758d909857fb568913af0");

const SetChallengeState = /* @__PURE__ */ graphql(`
mutation SetChallengeState($input: SetChallengeStateInput!) {
  setChallengeState(input: $input) {
    ... on SetChallengeStateSuccess {
      challenge {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setChallengeState = /* @__PURE__ */ operation<typeof SetChallengeState>("SetChallengeState", "6a070171bdc94676fef05437e821fe4e45cc3f87f9018d86dcfddbc8aaa00baf");

const SetCharity = /* @__PURE__ */ graphql(`
mutation SetCharity($input: SetCharityInput!) {
  setCharity(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SetCharitySuccess {
      charity {
        partner {
          id
        }
      }
    }
  }
}
`);
export const setCharity = /* @__PURE__ */ operation<typeof SetCharity>("SetCharity", "c7fc1d4614e96d326666ebe8a323d21827f6300edd9eb468e3dc335ab445df72");

const SetConsents = /* @__PURE__ */ graphql(`
mutation SetConsents($input: SetConsentsInput!) {
  setConsents(input: $input) {
    __typename
    ... on SetConsentsSuccess {
      preferences {
        partner {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setConsents = /* @__PURE__ */ operation<typeof SetConsents>("SetConsents", "fe86a84ebf53e6c551bd5e03022ad7a9e63b0c9b5a6669bff4c62222f83d2989");

const SetGiftStock = /* @__PURE__ */ graphql(`
mutation SetGiftStock($input: SetGiftStockInput!) {
  setGiftStock(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SetGiftStockSuccess {
      gift {
        id
        stock
      }
    }
  }
}
`);
export const setGiftStock = /* @__PURE__ */ operation<typeof SetGiftStock>("SetGiftStock", "9b4d4296ba7d15385b8746c0840de1338ece5e0e35f52f9300a5499b066c181c");

const SetLanguage = /* @__PURE__ */ graphql(`
mutation SetLanguage($input: SetLanguageInput!) {
  setLanguage(input: $input) {
    __typename
    ... on SetLanguageSuccess {
      member {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setLanguage = /* @__PURE__ */ operation<typeof SetLanguage>("SetLanguage", "b875c3e47fb9243845cfbd78cfe6737d085585aec00a3fcd755f2eea0eef6edf");

const SetMessagingRules = /* @__PURE__ */ graphql(`
mutation SetMessagingRules($input: SetMessagingRulesInput!) {
  setMessagingRules(input: $input) {
    __typename
    ... on SetMessagingRulesSuccess {
      rules {
        weeklyMost
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setMessagingRules = /* @__PURE__ */ operation<typeof SetMessagingRules>("SetMessagingRules", "68bffb1871c9569ee58c9eaa6e3777d3b91a3d5409586441a759455c1fd034ba");

const SetRewardState = /* @__PURE__ */ graphql(`
mutation SetRewardState($input: SetRewardStateInput!) {
  setRewardState(input: $input) {
    ... on SetRewardStateSuccess {
      reward {
        id
        state
        stock
        stockLeft
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setRewardState = /* @__PURE__ */ operation<typeof SetRewardState>("SetRewardState", "19e9371bd8058434c9c1a56fd3c23c8fd67d0e118984ce68d6ebbe68e9bf51a6");

const SetSpendGuard = /* @__PURE__ */ graphql(`
mutation SetSpendGuard($input: SetSpendGuardInput!) {
  setSpendGuard(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SetSpendGuardSuccess {
      member {
        id
        spendGuard {
          locked
        }
      }
    }
  }
}
`);
export const setSpendGuard = /* @__PURE__ */ operation<typeof SetSpendGuard>("SetSpendGuard", "6d47f38fbf55b97d984cd664349272ecdfd3d8f0498940199c8b738e9913f104");

const SetTaxRule = /* @__PURE__ */ graphql(`
mutation SetTaxRule($input: SetTaxRuleInput!) {
  setTaxRule(input: $input) {
    ... on SetTaxRuleSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const setTaxRule = /* @__PURE__ */ operation<typeof SetTaxRule>("SetTaxRule", "d9230911846d906cb937dafb641cbad8db61a9c93f8dc637388d5d7c9195ed9a");

const SettleDeletion = /* @__PURE__ */ graphql(`
mutation SettleDeletion($input: SettleDeletionInput!) {
  settleDeletion(input: $input) {
    __typename
    ... on SettleDeletionSuccess {
      request {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const settleDeletion = /* @__PURE__ */ operation<typeof SettleDeletion>("SettleDeletion", "2bb6443a9bc282cf205f3bc39a7151f09e6b00e236e2583d42674d0deecc3141");

const SettlementPage = /* @__PURE__ */ graphql(`
query SettlementPage($id: ID!) {
  cycle(id: $id) {
    id
    seq
    state
    paymentProgress {
      kind
      state
      count
      amount {
        amount
        currencyCode
      }
      received {
        amount
        currencyCode
      }
    }
    paymentFiles {
      id
      messageId
      hash
      paymentCount
      createdBy
      createdAt
      total {
        amount
        currencyCode
      }
    }
  }
}
`);
export const settlementPage = /* @__PURE__ */ operation<typeof SettlementPage>("SettlementPage", "cbf7a029239b053515c190394c2f0d55f59e4f030ff1390a2622a70f894d22e4");

const ShareSegment = /* @__PURE__ */ graphql(`
mutation ShareSegment($input: ShareSegmentInput!) {
  shareSegment(input: $input) {
    ... on ShareSegmentSuccess {
      segment {
        id
        isShared
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const shareSegment = /* @__PURE__ */ operation<typeof ShareSegment>("ShareSegment", "2af810ea292ae3453bdb3164679a317f2e251fe525a6dc0182c67157218fef3c");

const SimulateCampaign = /* @__PURE__ */ graphql(`
mutation SimulateCampaign($input: SimulateCampaignInput!) {
  simulateCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SimulateCampaignSuccess {
      simulation {
        id
        state
      }
    }
  }
}
`);
export const simulateCampaign = /* @__PURE__ */ operation<typeof SimulateCampaign>("SimulateCampaign", "eb91939c560e5aa9a4e94339844e8bbfb6f18165e6f45e60fe1f40c7ace68b7d");

const StartChannelLink = /* @__PURE__ */ graphql(`
mutation StartChannelLink($input: StartChannelLinkInput!) {
  startChannelLink(input: $input) {
    __typename
    ... on StartChannelLinkSuccess {
      code
      botUrl
      expiresAt
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const startChannelLink = /* @__PURE__ */ operation<typeof StartChannelLink>("StartChannelLink", "79babb92c2f40b6a727bca26e8896c72ade44cd207808bfb0f046b9608956180");

const StatementPage = /* @__PURE__ */ graphql(`
query StatementPage($id: ID!) {
  statement(id: $id) {
    id
    version
    publishedAt
    supersededAt
    confirmedAt
    hash
    partner {
      id
      name
      legalEntities {
        name
        taxNumber
        country
      }
    }
    cycle {
      id
      seq
      opensAt
      cutoffAt
      state
    }
    position {
      amount
      currencyCode
    }
    lines {
      section
      originCycle {
        id
        seq
      }
      amount {
        amount
        currencyCode
      }
      entryCount
      tax {
        amount
        currencyCode
      }
      taxCode
      taxRateBps
      taxBasis
    }
    obligation {
      state
      direction
      dueOn
      opening {
        amount
        currencyCode
      }
      amount {
        amount
        currencyCode
      }
      carried {
        amount
        currencyCode
      }
      paid {
        amount
        currencyCode
      }
    }
  }
}
`);
export const statementPage = /* @__PURE__ */ operation<typeof StatementPage>("StatementPage", "57ceed5c5c764e8df704e9e179880816857fecab8137259eafa07394f92441cb");

const StopJourney = /* @__PURE__ */ graphql(`
mutation StopJourney($input: StopJourneyInput!) {
  stopJourney(input: $input) {
    __typename
    ... on StopJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const stopJourney = /* @__PURE__ */ operation<typeof StopJourney>("StopJourney", "17159bba72a3bfc774db1d2b0a421171f5896ee944fbea17888a364d4bc9710c");

const StressTest = /* @__PURE__ */ graphql(`
query StressTest {
  exposureStress {
    topIssuerBps
    canSettle
    topIssuer {
      id
      name
    }
    largestDebtor {
      id
      name
    }
    largestDebt {
      amount
      currencyCode
    }
    largestDebtUnsecured {
      amount
      currencyCode
    }
    losses {
      partner {
        id
        name
      }
      loss {
        amount
        currencyCode
      }
      ownCollateral {
        amount
        currencyCode
      }
      ownLossPool {
        amount
        currencyCode
      }
      operatorFirstLoss {
        amount
        currencyCode
      }
      survivors {
        amount
        currencyCode
      }
      rest {
        amount
        currencyCode
      }
    }
  }
}
`);
export const stressTest = /* @__PURE__ */ operation<typeof StressTest>("StressTest", "ff55ab6ebcc760280c8eb6972b1f2083c4d9ee69e86cf8a8eb934573511884bd");

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
        }
        purchase {
          id
          pointsEarned
        }
        purchaseReturn {
          id
          pointsClawedBack
          pointsRestored
        }
        wallet {
          available
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const submitBatch = /* @__PURE__ */ operation<typeof SubmitBatch>("SubmitBatch", "1a3fd57d0385e373091da2753bb229eba837c29e84818c899d759703dfa45e1f");

const SubmitCampaign = /* @__PURE__ */ graphql(`
mutation SubmitCampaign($input: SubmitCampaignInput!) {
  submitCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on CampaignInvalidError {
      problems {
        path
        line
        column
        code
        message
      }
    }
    ... on SubmitCampaignSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const submitCampaign = /* @__PURE__ */ operation<typeof SubmitCampaign>("SubmitCampaign", "cece31d65b3ffab26e65d202cb3b15687b3be6d32084b18b474bded47ca6de60");

const SubmitChallenge = /* @__PURE__ */ graphql(`
mutation SubmitChallenge($input: SubmitChallengeInput!) {
  submitChallenge(input: $input) {
    ... on SubmitChallengeSuccess {
      challenge {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const submitChallenge = /* @__PURE__ */ operation<typeof SubmitChallenge>("SubmitChallenge", "e1d4dfca9e066b4268a22b12f76d5fdfa09d89ec69fae91595017d25f67ac298");

const SubmitDraw = /* @__PURE__ */ graphql(`
mutation SubmitDraw($input: SubmitDrawInput!) {
  submitDraw(input: $input) {
    ... on SubmitDrawSuccess {
      draw {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const submitDraw = /* @__PURE__ */ operation<typeof SubmitDraw>("SubmitDraw", "a0eff442fb52be726087230eadf367c36e9a19044da9f4a0ddabcb9f0940c3dd");

const SubmitJourney = /* @__PURE__ */ graphql(`
mutation SubmitJourney($input: SubmitJourneyInput!) {
  submitJourney(input: $input) {
    __typename
    ... on SubmitJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const submitJourney = /* @__PURE__ */ operation<typeof SubmitJourney>("SubmitJourney", "472ac3e47c1f87999cfb66d37a57efcead71e21731607762f544853e3b20f532");

const SubmitPayments = /* @__PURE__ */ graphql(`
mutation SubmitPayments($input: SubmitPaymentsInput!) {
  submitPayments(input: $input) {
    ... on SubmitPaymentsSuccess {
      payments {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const submitPayments = /* @__PURE__ */ operation<typeof SubmitPayments>("SubmitPayments", "55d943d43b081a8192b3df2c6b7de2108f1fa0b826373c49b7a1b24d476f3539");

const SubscribeToPlan = /* @__PURE__ */ graphql(`
mutation SubscribeToPlan($input: SubscribeToPlanInput!) {
  subscribeToPlan(input: $input) {
    ... on Error {
      code
      message
    }
    ... on SubscribeToPlanSuccess {
      subscription {
        id
        state
      }
    }
  }
}
`);
export const subscribeToPlan = /* @__PURE__ */ operation<typeof SubscribeToPlan>("SubscribeToPlan", "d652c6d8fc5282b82f43b8f045e44f234b55c47200f6c77647854f43a4c6bf49");

const SuspendPartner = /* @__PURE__ */ graphql(`
mutation SuspendPartner($input: SuspendPartnerInput!) {
  suspendPartner(input: $input) {
    ... on SuspendPartnerSuccess {
      partner {
        id
        status
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const suspendPartner = /* @__PURE__ */ operation<typeof SuspendPartner>("SuspendPartner", "81559edff352086f91a16b3381f99e7307555b1050d45e58f2534307d39b2be9");

const TagMember = /* @__PURE__ */ graphql(`
mutation TagMember($input: TagMemberInput!) {
  tagMember(input: $input) {
    ... on TagMemberSuccess {
      tags
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const tagMember = /* @__PURE__ */ operation<typeof TagMember>("TagMember", "bf9938d672eca1a1d488de2d5e8ce701c01fa1001bffefdca154279616886fc1");

const TakeFromPool = /* @__PURE__ */ graphql(`
mutation TakeFromPool($input: TakeFromPoolInput!) {
  takeFromPool(input: $input) {
    ... on Error {
      code
      message
    }
    ... on TakeFromPoolSuccess {
      wallet {
        available
      }
    }
  }
}
`);
export const takeFromPool = /* @__PURE__ */ operation<typeof TakeFromPool>("TakeFromPool", "23cddf8016fd7a1cedf643e91f2505aebf6d8095d6134540e0775a22969f7c49");

const TakePartnerFileItem = /* @__PURE__ */ graphql(`
mutation TakePartnerFileItem($input: TakePartnerFileItemInput!) {
  takePartnerFileItem(input: $input) {
    ... on TakePartnerFileItemSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const takePartnerFileItem = /* @__PURE__ */ operation<typeof TakePartnerFileItem>("TakePartnerFileItem", "06ef93481d3b388b5c6b1184f63def54e040a55ab9d00cb582a2e893adce48a8");

const TakeReconItem = /* @__PURE__ */ graphql(`
mutation TakeReconItem($input: TakeReconItemInput!) {
  takeReconItem(input: $input) {
    ... on TakeReconItemSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const takeReconItem = /* @__PURE__ */ operation<typeof TakeReconItem>("TakeReconItem", "debe965550af61de21ba610a4087967e3c0624796ad3dc50550221dd72046049");

const TakeVelocityCase = /* @__PURE__ */ graphql(`
mutation TakeVelocityCase($input: TakeVelocityCaseInput!) {
  takeVelocityCase(input: $input) {
    ... on Error {
      code
      message
    }
    ... on TakeVelocityCaseSuccess {
      velocityCase {
        id
        state
      }
    }
  }
}
`);
export const takeVelocityCase = /* @__PURE__ */ operation<typeof TakeVelocityCase>("TakeVelocityCase", "fdb3b2c73255ea0b03eb66513da61a2981a636ffaf0a205bd24a244127809ffc");

const TaxRuleList = /* @__PURE__ */ graphql(`
query TaxRuleList($first: Int!, $after: String) {
  taxRules(first: $first, after: $after) {
    edges {
      node {
        id
        section
        taxCode
        rateBps
        basis
        validFrom
        validUntil
        partner {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const taxRuleList = /* @__PURE__ */ operation<typeof TaxRuleList>("TaxRuleList", "2c457a51cc32666244ec0cc5c55d0bfb38bd07b2809aedf7a19b79e36bd4571f");

const TemplateList = /* @__PURE__ */ graphql(`
query TemplateList($first: Int!, $after: String) {
  channels {
    channel
    isOn
  }
  messageTemplates(first: $first, after: $after) {
    edges {
      node {
        id
        name
        purpose
        state
        revision
        variables
        users
        text {
          title {
            en
            ru
            be
          }
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`);
export const templateList = /* @__PURE__ */ operation<typeof TemplateList>("TemplateList", "8073deb209968654825d8c50b8319b0b584a0c1f8df4632d69d36b3e80abab2b");

const TemplatePage = /* @__PURE__ */ graphql(`
query TemplatePage($id: ID!, $channel: MessageChannel!) {
  channels {
    channel
    isOn
  }
  messageTemplate(id: $id) {
    id
    name
    purpose
    state
    revision
    variables
    users
    href
    text {
      title {
        en
        ru
        be
      }
      body {
        en
        ru
        be
      }
    }
    previews(channel: $channel) {
      language
      title
      body
    }
  }
}
`);
export const templatePage = /* @__PURE__ */ operation<typeof TemplatePage>("TemplatePage", "dbab0c3c8e606b9d9e618203c03e1070eb1503c0538cdc6faf16c639190287b6");

const TestChannel = /* @__PURE__ */ graphql(`
mutation TestChannel($input: TestChannelInput!) {
  testChannel(input: $input) {
    __typename
    ... on TestChannelSuccess {
      status {
        channel
        isOn
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const testChannel = /* @__PURE__ */ operation<typeof TestChannel>("TestChannel", "ee7102f646f9416589d5a63a03d5a0c8597869b4e29927f45a34244cfd23af86");

const TierDesk = /* @__PURE__ */ graphql(`
query TierDesk($first: Int!) {
  tierLadder {
    id
    version
    counts
    period
    protectionMonths
    downgrade
    reason
    validFrom
    tiers {
      code
      from
      name {
        en
        ru
        be
      }
      benefits {
        code
        name {
          en
          ru
          be
        }
      }
    }
  }
  tierCounts {
    tier {
      code
    }
    members
  }
  tierLadders(first: $first) {
    edges {
      node {
        id
        version
        reason
        validFrom
        validUntil
      }
    }
  }
}
`);
export const tierDesk = /* @__PURE__ */ operation<typeof TierDesk>("TierDesk", "72276c73d6a46ca2f0e53b003f45af09e67707c58675c268e4436c1092b0cb91");

const TierPreview = /* @__PURE__ */ graphql(`
query TierPreview($ladder: TierLadderInput!) {
  tierLadderPreview(ladder: $ladder) {
    tier {
      code
    }
    members
  }
}
`);
export const tierPreview = /* @__PURE__ */ operation<typeof TierPreview>("TierPreview", "3b90f7518f04b49c6f8347b982c84bcd5d309a1123e7c83d61e424caa35cf598");

const TillMember = /* @__PURE__ */ graphql(`
query TillMember($kind: IdentifierKind!, $value: String!) {
  memberByIdentifier(kind: $kind, value: $value) {
    __typename
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
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const tillMember = /* @__PURE__ */ operation<typeof TillMember>("TillMember", "ac93ed496a7033c1e598b5b77c93332783e32a0c3e4eb8fbea0cb73afc0690e9");

const TransferPoints = /* @__PURE__ */ graphql(`
mutation TransferPoints($input: TransferPointsInput!) {
  transferPoints(input: $input) {
    ... on Error {
      code
      message
    }
    ... on TransferPointsSuccess {
      wallet {
        available
      }
    }
  }
}
`);
export const transferPoints = /* @__PURE__ */ operation<typeof TransferPoints>("TransferPoints", "a1a1094af52c4550d476860137b9cacd28d641cb4e25b08dd875eb9ebabc67d0");

const UnblockMember = /* @__PURE__ */ graphql(`
mutation UnblockMember($input: UnblockMemberInput!) {
  unblockMember(input: $input) {
    ... on Error {
      code
      message
    }
    ... on UnblockMemberSuccess {
      member {
        id
      }
    }
  }
}
`);
export const unblockMember = /* @__PURE__ */ operation<typeof UnblockMember>("UnblockMember", "baa138eef3426d191eb4b6dab4c271f9f423254ec8b647126e05ce833baadf2a");

const UnlinkChannel = /* @__PURE__ */ graphql(`
mutation UnlinkChannel($input: UnlinkChannelInput!) {
  unlinkChannel(input: $input) {
    __typename
    ... on UnlinkChannelSuccess {
      link {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const unlinkChannel = /* @__PURE__ */ operation<typeof UnlinkChannel>("UnlinkChannel", "68a7a518046ec6df163c46c0d6450e9fef801749507f56c0d881ccb822cedcd4");

const UnmatchReconItem = /* @__PURE__ */ graphql(`
mutation UnmatchReconItem($input: UnmatchReconItemInput!) {
  unmatchReconItem(input: $input) {
    ... on UnmatchReconItemSuccess {
      item {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const unmatchReconItem = /* @__PURE__ */ operation<typeof UnmatchReconItem>("UnmatchReconItem", "2250a2a64b322202acd358d59dceb97039096509199983e22a2e57e2da3d6313");

const UnreadMessages = /* @__PURE__ */ graphql(`
query UnreadMessages {
  unreadMessageCount
}
`);
export const unreadMessages = /* @__PURE__ */ operation<typeof UnreadMessages>("UnreadMessages", "0e394a5f4783bbb8db086cc0deb315bafd565d7ccfdd0781b14bfd3d2e3de6e3");

const UntagMember = /* @__PURE__ */ graphql(`
mutation UntagMember($input: UntagMemberInput!) {
  untagMember(input: $input) {
    ... on UntagMemberSuccess {
      tags
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const untagMember = /* @__PURE__ */ operation<typeof UntagMember>("UntagMember", "9fc51adccdf7d2bc6562ceb59879705c2adfed53005afa44c72040d9e8e4c41b");

const UploadBankFile = /* @__PURE__ */ graphql(`
mutation UploadBankFile($input: UploadBankFileInput!) {
  uploadBankFile(input: $input) {
    ... on UploadBankFileSuccess {
      accepted
      rejected
      pending
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const uploadBankFile = /* @__PURE__ */ operation<typeof UploadBankFile>("UploadBankFile", "fde891a4193c3df2ee1fef4dfe2ac2c8853ebd1b3e43262dec60c070c3332f37");

const UploadPartnerFile = /* @__PURE__ */ graphql(`
mutation UploadPartnerFile($input: UploadPartnerFileInput!) {
  uploadPartnerFile(input: $input) {
    ... on UploadPartnerFileSuccess {
      file {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const uploadPartnerFile = /* @__PURE__ */ operation<typeof UploadPartnerFile>("UploadPartnerFile", "bd5193a5ccbcbfd454a4fe4f4ef40c21e734956d6baf087f6bf78da0c0453592");

const VelocityCaseList = /* @__PURE__ */ graphql(`
query VelocityCaseList($first: Int!, $after: String, $states: [VelocityCaseState!], $velocityRuleId: ID, $subjectId: ID) {
  velocityCases(
    first: $first
    after: $after
    states: $states
    velocityRuleId: $velocityRuleId
    subjectId: $subjectId
  ) {
    edges {
      node {
        id
        subjectId
        subjectName
        windowFrom
        windowUntil
        value
        state
        openedAt
        rule {
          id
          kind
          subject
          windowHours
          limit
          action
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const velocityCaseList = /* @__PURE__ */ operation<typeof VelocityCaseList>("VelocityCaseList", "41274f8903674586eb9ea120239ef02c4c57c88a37e423483ad6cd7f1e2cf22e");

const VelocityCasePage = /* @__PURE__ */ graphql(`
query VelocityCasePage($id: ID!, $first: Int!, $after: String) {
  velocityCase(id: $id) {
    id
    subjectId
    subjectName
    windowFrom
    windowUntil
    value
    state
    takenBy
    openedAt
    closedAt
    rule {
      id
      kind
      subject
      windowHours
      limit
      action
      earnedAt {
        id
        name
      }
      redeemedAt {
        id
        name
      }
      reason
      validFrom
      validUntil
    }
    steps {
      id
      from
      to
      takenAt
      by
      reason
    }
    entries(first: $first, after: $after) {
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
          }
          location {
            name
          }
          terminal {
            code
          }
          member {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`);
export const velocityCasePage = /* @__PURE__ */ operation<typeof VelocityCasePage>("VelocityCasePage", "116e4e311d20e15d334745e1685d221efca30bc000532a01b7228a5114f81405");

const VelocityRuleList = /* @__PURE__ */ graphql(`
query VelocityRuleList($first: Int!, $after: String, $inForce: Boolean) {
  velocityRules(first: $first, after: $after, inForce: $inForce) {
    edges {
      node {
        id
        kind
        subject
        windowHours
        limit
        action
        earnedAt {
          id
          name
        }
        redeemedAt {
          id
          name
        }
        reason
        validFrom
        validUntil
        replaces {
          id
          limit
          windowHours
          action
        }
        approval {
          id
          requestedBy
          decidedBy
          decidedAt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`);
export const velocityRuleList = /* @__PURE__ */ operation<typeof VelocityRuleList>("VelocityRuleList", "0daa7e2c2c0161c83ba0d7fccb7ed03cbd97816fb5ff3152a36644b72099d114");

const Viewer = /* @__PURE__ */ graphql(`
query Viewer {
  viewer {
    __typename
    ... on OperatorStaff {
      name
      email
      roles
    }
    ... on PartnerStaff {
      name
      email
      roles
      partner {
        id
        name
        status
      }
    }
    ... on MemberViewer {
      member {
        id
        name
      }
    }
  }
  capacities {
    as
    kind
    partner {
      id
      name
    }
  }
  programme {
    name
    pointsName
    timeZone
    currencyCode
    pointValue {
      amount
      currencyCode
    }
  }
}
`);
export const viewer = /* @__PURE__ */ operation<typeof Viewer>("Viewer", "9efab6b4c5bf548ccb7d01e2691e056d3aeab76254185abf9a94cad2495158fc");

const WhatIf = /* @__PURE__ */ graphql(`
query WhatIf($cycleId: ID!, $terms: [WhatIfTermsInput!]!) {
  whatIf(cycleId: $cycleId, terms: $terms) {
    ... on WhatIf {
      __typename
      leavesOut
      cycle {
        id
        seq
      }
      partners {
        partner {
          id
          name
        }
        stored {
          amount
          currencyCode
        }
        replayed {
          amount
          currencyCode
        }
        difference {
          amount
          currencyCode
        }
      }
      margin {
        stored {
          amount
          currencyCode
        }
        replayed {
          amount
          currencyCode
        }
        difference {
          amount
          currencyCode
        }
      }
      fees {
        stored {
          amount
          currencyCode
        }
        replayed {
          amount
          currencyCode
        }
        difference {
          amount
          currencyCode
        }
      }
      breakage {
        stored {
          amount
          currencyCode
        }
        replayed {
          amount
          currencyCode
        }
        difference {
          amount
          currencyCode
        }
      }
      fund {
        stored {
          amount
          currencyCode
        }
        replayed {
          amount
          currencyCode
        }
        difference {
          amount
          currencyCode
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const whatIf = /* @__PURE__ */ operation<typeof WhatIf>("WhatIf", "ac0c856108e6434667643c6ea1c7aaa119b52ea42de666eb1616307773e0c218");

const WithdrawCampaign = /* @__PURE__ */ graphql(`
mutation WithdrawCampaign($input: WithdrawCampaignInput!) {
  withdrawCampaign(input: $input) {
    ... on Error {
      code
      message
    }
    ... on WithdrawCampaignSuccess {
      version {
        id
        state
      }
    }
  }
}
`);
export const withdrawCampaign = /* @__PURE__ */ operation<typeof WithdrawCampaign>("WithdrawCampaign", "fe564b224d365781f23d70ab8c4383c49f4beac8b9e4952408180c93f71c9d95");

const WithdrawClaim = /* @__PURE__ */ graphql(`
mutation WithdrawClaim($input: WithdrawClaimInput!) {
  withdrawClaim(input: $input) {
    ... on Error {
      code
      message
    }
    ... on WithdrawClaimSuccess {
      claim {
        id
        state
      }
    }
  }
}
`);
export const withdrawClaim = /* @__PURE__ */ operation<typeof WithdrawClaim>("WithdrawClaim", "d87be8abeb324dedb3a35552fcdbcf693f08ddb30671c7098c4d4f9ef3cae661");

const WithdrawDeletion = /* @__PURE__ */ graphql(`
mutation WithdrawDeletion($input: WithdrawDeletionInput!) {
  withdrawDeletion(input: $input) {
    __typename
    ... on WithdrawDeletionSuccess {
      request {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const withdrawDeletion = /* @__PURE__ */ operation<typeof WithdrawDeletion>("WithdrawDeletion", "303c205182b544a6349ee69b470ec4e928519d8557103704fb080c05a674a3ea");

const WithdrawDispute = /* @__PURE__ */ graphql(`
mutation WithdrawDispute($input: WithdrawDisputeInput!) {
  withdrawDispute(input: $input) {
    ... on WithdrawDisputeSuccess {
      dispute {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const withdrawDispute = /* @__PURE__ */ operation<typeof WithdrawDispute>("WithdrawDispute", "7e257ff9af0c0022792a76ce73dfe252c2556de6d514b2cf52912dfe41823350");

const WithdrawJourney = /* @__PURE__ */ graphql(`
mutation WithdrawJourney($input: WithdrawJourneyInput!) {
  withdrawJourney(input: $input) {
    __typename
    ... on WithdrawJourneySuccess {
      version {
        id
        state
        journey {
          id
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const withdrawJourney = /* @__PURE__ */ operation<typeof WithdrawJourney>("WithdrawJourney", "46a86a56ef115362d7358137c77ff71cfac1722a46ad0b8e88d2fde45548438e");

const WithdrawPartnerNotice = /* @__PURE__ */ graphql(`
mutation WithdrawPartnerNotice($input: WithdrawPartnerNoticeInput!) {
  withdrawPartnerNotice(input: $input) {
    ... on WithdrawPartnerNoticeSuccess {
      partnerExit {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const withdrawPartnerNotice = /* @__PURE__ */ operation<typeof WithdrawPartnerNotice>("WithdrawPartnerNotice", "94036aecce9659668dd45b18b73a315325a98b0de310bea8fae2b8d87da54ad6");

const WithdrawPlan = /* @__PURE__ */ graphql(`
mutation WithdrawPlan($input: WithdrawPlanInput!) {
  withdrawPlan(input: $input) {
    ... on Error {
      code
      message
    }
    ... on WithdrawPlanSuccess {
      plan {
        id
        state
      }
    }
  }
}
`);
export const withdrawPlan = /* @__PURE__ */ operation<typeof WithdrawPlan>("WithdrawPlan", "57d34e8b0e3bee683714c1207b1c89b5b508b488b7780f05af7785ade11e8f38");

const WorkQueue = /* @__PURE__ */ graphql(`
query WorkQueue {
  workQueue {
    kind
    count
    oldestAt
    dueAt
    firstId
  }
}
`);
export const workQueue = /* @__PURE__ */ operation<typeof WorkQueue>("WorkQueue", "303914c9e5bb8266868543c02ce088e5aa45564823deff0a2c6aa174525aaca3");

const WriteOffDifference = /* @__PURE__ */ graphql(`
mutation WriteOffDifference($input: WriteOffDifferenceInput!) {
  writeOffDifference(input: $input) {
    ... on WriteOffDifferenceSuccess {
      approval {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
`);
export const writeOffDifference = /* @__PURE__ */ operation<typeof WriteOffDifference>("WriteOffDifference", "a2bbf40bdd960ef7f88e63a0b1a63c3b4fa4e60c667d25d9e68cff69c84944cc");
