// Made of the description of the API by "npm run gen": not written by hand.
export interface paths {
    "/v1/pricing/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that hand-overs are signed with, as a JWK set; no sign-in needed */
        get: operations["getPricingKeys"];
        put?: never;
        /** Sign with another key from now on (operator); old public keys stay */
        post: operations["postPricingKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with name and password; the session is kept in a cookie for 12 hours */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the password that a one-time link is for, and sign in; the first link makes the first operator */
        post: operations["postSignInInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in by the identity provider: sends the browser there */
        get: operations["getSignInOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends the browser back to */
        get: operations["getSignInOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["getImports"];
        put?: never;
        /**
         * Upload a file that is to be taken in
         * @description A file of readings, day rows or daily registers: CSV in UTF-8 or GB18030, NDJSON, gzip of either, or an
         *     XLSX workbook, of any length; what it is is found out. It is on the disk when this answers, and is then taken in in
         *     the background, also after a restart: GET /v1/imports/{id} tells how far it has come. Taking the same file in again
         *     changes nothing; under the same Idempotency-Key it is the same import. The registry goes to POST /v1/registry.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import has come */
        get: operations["getImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an import; what was taken until then stays */
        post: operations["postImportsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved import profiles by name */
        get: operations["getProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/profiles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A saved import profile */
        get: operations["getProfilesName"];
        /** Save how the files of a source are to be understood */
        put: operations["putProfilesName"];
        post?: never;
        /** Remove a saved import profile; imports that were given it keep it */
        delete: operations["deleteProfilesName"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejects/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the reject book as CSV
         * @description CSV with the header sequence,reason,detail,source,first_at,last_at,times,raw. Streamed, of any length.
         */
        get: operations["getRejectsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejects/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take rejected readings in again
         * @description Takes entries in again, for instance when the registry was mended: what is good now is taken and noted as
         *     replayed, what is not stays. Values that lost their slot to another one (corrected, superseded) are never taken in
         *     again. Both count as readings that came in.
         */
        post: operations["postRejectsReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections, backfills and released rules with what was judged or priced again, newest first */
        get: operations["getCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a correction changed: findings and proposed tiers before and after it */
        get: operations["getCorrectionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cases by what an inbox asks for; sorted, in pages */
        get: operations["getCases"];
        put?: never;
        /**
         * Put a charge down by hand, which opens a case where there is none
         * @description What a tip (举报), a survey (摸排) or an inspection (检查) says of a customer, as a charge of its open case or
         *     of a new one. It has neither score nor evidence; findings of the same signature that come while the case is checked add
         *     them. Analyst, reviewer or supervisor.
         */
        post: operations["postCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export cases as CSV or XLSX, of any length; the export is on record */
        get: operations["getCasesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The load of the last seven judged days of some cases, by hours */
        get: operations["getCasesWeeks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a case; the view is on record */
        get: operations["getCasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the audit of a case; the view is on record */
        get: operations["getCasesIdAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments on a case, of which a district reads those for all; the view is on record */
        get: operations["getCasesIdComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current findings of a metering point, newest first */
        get: operations["getFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send to be checked on site: 待核查 → 现场检查 (analyst) */
        post: operations["postCasesIdInspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit for review: 待核查, 现场检查 → 待复核 (analyst) */
        post: operations["postCasesIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return to be checked: 待复核 → 待核查 (reviewer) */
        post: operations["postCasesIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release to the district: 待复核 → 已上报 (reviewer, another person) */
        post: operations["postCasesIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge: 已上报 → 已签收 (district; a reviewer by its receipt) */
        post: operations["postCasesIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in hand: 已签收 → 处置中 (district; a reviewer by its letter) */
        post: operations["postCasesIdHandle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open again: 销号 → 待核查 (reviewer) */
        post: operations["postCasesIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report back: 已签收, 处置中 → 已反馈 (district; a reviewer by its letter) */
        post: operations["postCasesIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who sees to it; by one’s own name it is taken (analyst, reviewer) */
        post: operations["postCasesIdAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about it, for the house or for all who see it */
        post: operations["postCasesIdComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it out of the inbox for a time; its deadline goes on (analyst, reviewer) */
        post: operations["postCasesIdSnooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass it to a department of the district, or take it back (district) */
        post: operations["postCasesIdPass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/wake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put it back into the inbox (analyst, reviewer) */
        post: operations["postCasesIdWake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Press for progress: 督办 (supervisor) */
        post: operations["postCasesIdUrge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back one’s last deed, within 15 minutes, while nothing changed since */
        post: operations["postCasesIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One action on up to 500 cases, with one reason; each is done or refused by itself */
        post: operations["postCasesBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge cases of one site (并案); the oldest number stays
         * @description Cases of one site: the one with the oldest number leads, the others become its members and are read, moved and
         *     closed with it. Each keeps its number, its charges and their outcomes. Analyst or reviewer.
         */
        post: operations["postCasesIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a member out of a merged case; it is to be checked by itself */
        post: operations["postCasesIdSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a case and of its members; the view is on record */
        get: operations["getCasesIdFiles"];
        put?: never;
        /**
         * Add a file to a case
         * @description The body is the file: PDF, JPEG, PNG, WebP, HEIC, MP4, CSV, TXT, DOCX or XLSX, 20 MB at most; its bytes must
         *     be what the ending of its name says. Its hash goes into the audit chain of the case. Analyst, reviewer or district.
         */
        post: operations["postCasesIdFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a case; the view is on record */
        get: operations["getCasesIdFilesFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/files/{fileId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a file: it is kept, and districts see it no more */
        post: operations["postCasesIdFilesFileIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/accusation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The case as a document for a district, in Markdown; the view is on record */
        get: operations["getCasesIdAccusation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Make every number of a case anew and tell what differs; the view is on record */
        get: operations["getCasesIdVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/charges/{signature}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what an inspection found of a charge: 查实, 排除, 无法核实, 转办
         * @description Once a case is reported a reviewer records it. Before that two people do: an analyst proposes, a reviewer records the
         *     same. When every charge has one the case closes (销号).
         */
        post: operations["postCasesIdChargesSignatureOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of charges of the cases that are seen, and the thresholds this speaks for */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/board/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of the board as CSV */
        get: operations["getBoardExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would open or open no longer over a past period, before anything is proposed */
        post: operations["postCriteriaPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would open or open no longer by a proposed criterion over a past period */
        get: operations["getCriteriaIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Criteria of every signature, with what each level means */
        get: operations["getCriteria"];
        put?: never;
        /** Propose a criterion; another person releases it */
        post: operations["postCriteria"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a proposed criterion (reviewer, another person) */
        post: operations["postCriteriaIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposed criterion, with a reason (reviewer) */
        post: operations["postCriteriaIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Working days a case may stay in each state */
        get: operations["getDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines/{state}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the working days of a state, for cases that come into it from now on (supervisor) */
        put: operations["putDeadlinesState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open cases against their deadlines, by district, state or supply unit */
        get: operations["getOverdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/known-good": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that somebody answers for */
        get: operations["getKnownGood"];
        put?: never;
        /** Propose that somebody answers for a customer; another person releases it */
        post: operations["postKnownGood"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/known-good/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an entry would hide, by the last 90 days, before it is proposed */
        post: operations["postKnownGoodPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/known-good/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a proposed entry: it hides from now on (reviewer, another person) */
        post: operations["postKnownGoodIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/known-good/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposed entry, with a reason (reviewer, another person) */
        post: operations["postKnownGoodIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/known-good/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an entry, with a reason; what it hid comes up again */
        post: operations["postKnownGoodIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The surcharge of a customer over a period, from its readings, registers or judged days
         * @description By the lines of released decisions that hold on each day. A line of the bill for each stretch of one
         *     rate, with its arithmetic; a rate or an energy that is not known makes a line without yuan, never 0. Energy: of the whole
         *     account, or of the points a decision names; what hangs behind another meter is charged once. What is missing is estimated,
         *     and told apart: a slot by the mean of the same slot of the nearest four days of its kind within 28 days, else of the known
         *     slots of the day, else of all days known. Rounding: energy of a day to 0.001 kWh, each line half up to 0.01 yuan; the sum
         *     is the sum of the lines.
         */
        get: operations["getPricingBill"];
        put?: never;
        /**
         * The surcharge of a customer on the energy of given reading cycles, by the mean day of each
         * @description By the lines of released decisions that hold on each day. A line of the bill for each stretch of one
         *     rate, with its arithmetic; a rate or an energy that is not known makes a line without yuan, never 0. Energy: of the whole
         *     account, or of the points a decision names; what hangs behind another meter is charged once. What is missing is estimated,
         *     and told apart: a slot by the mean of the same slot of the nearest four days of its kind within 28 days, else of the known
         *     slots of the day, else of all days known. Rounding: energy of a day to 0.001 kWh, each line half up to 0.01 yuan; the sum
         *     is the sum of the lines.
         */
        post: operations["postPricingBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of a change of rules that waits for its second person */
        get: operations["getPricingWhatIf"];
        put?: never;
        /** Who on the list would pay what under proposed rules, beside what they pay now; nothing is written */
        post: operations["postPricingWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/what-if/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what-if as CSV or XLSX, of any length; the export is on record */
        get: operations["getPricingWhatIfExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of rules, assessments, decisions and notices, the one put up last first */
        get: operations["getPricingChanges"];
        put?: never;
        /**
         * Put up rules, assessments, a decision or notices; another person releases them
         * @description With a fault nothing is taken in, and every fault is named with its row and column. A dry run tells
         *     the faults, and row by row what would change, and writes nothing.
         */
        post: operations["postPricingChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export price-changes as CSV or XLSX, of any length; the export is on record */
        get: operations["getPricingChangesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A change with its rows, page by page */
        get: operations["getPricingChangesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a change: its rows count from now on (another person than who put it up) */
        post: operations["postPricingChangesIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a change, with a reason (another person than who put it up) */
        post: operations["postPricingChangesIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a change that one put up oneself */
        post: operations["postPricingChangesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table of a kind with its headings, and one row that shows how it is filled */
        get: operations["getPricingChangesTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/{id}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rows of a change as a table that can be imported again; the export is on record */
        get: operations["getPricingChangesIdTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/release-switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Automatic release by district and level: as it is, and as it was set */
        get: operations["getReleaseSwitches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/release-switches/{district}/{level}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch automatic release of a district and level on or off (operator)
         * @description While it is on, a case whose highest charge has this level is released as soon as an analyst submits it, without a
         *     reviewer. Off by default; every change and every such release is on record.
         */
        put: operations["putReleaseSwitchesDistrictLevel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the detectors: active, in shadow, retired */
        get: operations["getDetectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors/{signature}/{version}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a version in shadow would open or open no longer */
        get: operations["getDetectorsSignatureVersionPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors/{signature}/{version}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a version that has run 14 days of data in shadow */
        post: operations["postDetectorsSignatureVersionPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors/{signature}/{version}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a proposed version (reviewer, another person) */
        post: operations["postDetectorsSignatureVersionRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/detectors/{signature}/{version}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposed version, with a reason (reviewer) */
        post: operations["postDetectorsSignatureVersionRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts of cases that are seen, newest first, with every delivery and attempt */
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export alerts as CSV or XLSX, of any length; the export is on record */
        get: operations["getAlertsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an alert again under its own id, with a reason (reviewer)
         * @description It goes behind what is new at the endpoint. Who has it already knows it by its webhook-id, and takes it once.
         */
        post: operations["postAlertsIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alert-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Updates and withdrawals that were proposed, of cases that are seen */
        get: operations["getAlertProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/alert-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that a district is told otherwise of a case
         * @description Of a case that a district was told of: an update tells its charges as the findings carry them now; a
         *     withdrawal takes its alert back, dismisses every charge with the cause and closes the case. Nothing leaves, and nothing
         *     changes, until another person releases it. Where readings were corrected under a case the program proposes by itself.
         *     Analyst or reviewer.
         */
        post: operations["postCasesIdAlertProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/alert-proposals/{proposal}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release an update or withdrawal: the district is told (reviewer, another person) */
        post: operations["postCasesIdAlertProposalsProposalRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/alert-proposals/{proposal}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an update or withdrawal, with a reason (reviewer, another person) */
        post: operations["postCasesIdAlertProposalsProposalRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters that were made, with their receipts */
        get: operations["getLetters"];
        put?: never;
        /**
         * Make a letter of what a district was told (reviewer)
         * @description What a district was told, as a letter to be printed on A4 (用电异常情况告知函) with a list of the cases and a
         *     receipt (回执) to be filled in: for offices without a system. It has a number of its own and is kept to the byte.
         *     Reviewer.
         */
        post: operations["postLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter as it was made, to be printed */
        get: operations["getLettersIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letters/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter the signed receipt of a letter (reviewer)
         * @description What came back signed. Each case of the letter that waits for it is acknowledged by it, on behalf of the
         *     district; of the others the answer says why they stay. Reviewer.
         */
        post: operations["postLettersIdReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where districts and their departments receive alerts, as far as one sees */
        get: operations["getEndpoints"];
        put?: never;
        /**
         * Make an endpoint (reviewer); its secret is answered this once
         * @description Alerts of the district that found no endpoint, and that it wants, go out at once. The secret is one of Standard Webhooks.
         */
        post: operations["postEndpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export endpoints as CSV or XLSX, of any length; the export is on record */
        get: operations["getEndpointsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An endpoint and how it fares: last success, failing since, what waits, last attempts */
        get: operations["getEndpointsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed networks that alerts may go to, ended ones too */
        get: operations["getNetworks"];
        put?: never;
        /**
         * List a closed network that alerts may go to (operator)
         * @description Alerts go to the public internet alone, unless a closed network is listed here: that of an office, within private address
         *     space. Loopback, link-local addresses and those where clouds keep their metadata can never be listed. It holds from the
         *     next request on, in every process.
         */
        post: operations["postNetworks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/networks/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a listed network, with a reason: nothing goes there any more (operator) */
        post: operations["postNetworksIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw a new secret (reviewer); it is answered this once
         * @description For 24 hours every alert is signed with the old secret besides, so that the receiver can change over; a rotation within that time ends the older one at once.
         */
        post: operations["postEndpointsIdRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change address, filters or note of an endpoint (reviewer); its secret stays */
        post: operations["postEndpointsIdChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch an endpoint off (reviewer): what it wants waits */
        post: operations["postEndpointsIdOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch an endpoint on again (reviewer): what waits there, or was given up, goes out at once */
        post: operations["postEndpointsIdOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send every alert of a time to an endpoint again, with a reason (reviewer)
         * @description Those it wants, at most 10,000 and of the last 90 days, under their own ids and behind what is new. Failures of these do not count towards switching it off.
         */
        post: operations["postEndpointsIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an endpoint.test now, signed as alerts are, and answer what came back (reviewer)
         * @description It holds no data of any case; it is on record, and counts neither way for the endpoint.
         */
        post: operations["postEndpointsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points/{point}/curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The load curve of a metering point */
        get: operations["getPointsPointCurve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points/{point}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Energy of a metering point by days, with what is odd about their readings */
        get: operations["getPointsPointDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points/{point}/bands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tariff periods (尖峰, 峰, 平, 谷) of the days of a metering point
         * @description By the time-of-use table of the place the point is registered in on the day. A day of no known table is left
         *     out. Which document says so, and whether its first day of force was seen, stands beside the hours.
         */
        get: operations["getPointsPointBands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points/{point}/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The judged days of a metering point beside its peers of district and trade, as aggregates */
        get: operations["getPointsPointPeers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which tier holds for a customer on a day, by which document, and why no other rule applies */
        get: operations["getPricingTier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/customers/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is on record of a customer’s prices, and its tier as a time line */
        get: operations["getPricingCustomersIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a rule, and what the one that counts adds from day to day */
        get: operations["getPricingRulesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tariff list: rules in force on a day */
        get: operations["getPricingRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export rules as CSV or XLSX, of any length; the export is on record */
        get: operations["getPricingRulesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer list: who is on it on a day by which decision, and who is only proposed */
        get: operations["getPricingCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export price-customers as CSV or XLSX, of any length; the export is on record */
        get: operations["getPricingCustomersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came, went and changed on a list from one day to another */
        get: operations["getPricingDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/differences/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export price-differences as CSV or XLSX, of any length; the export is on record */
        get: operations["getPricingDifferencesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the readings of a period as CSV
         * @description The readings of a period as CSV with the header meter_id,ts,kw,kvar,revision, primary side, each under
         *     the meter that delivered it: a file that can be imported again. Only what is seen of each point. Streamed, of any
         *     length.
         */
        get: operations["getReadingsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reject book, oldest first */
        get: operations["getRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was taken in, judged and told; of cases and alerts those that are seen */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export registry as CSV or XLSX, of any length; the export is on record */
        get: operations["getRegistryExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export watch as CSV or XLSX, of any length; the export is on record */
        get: operations["getWatchExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export corrections as CSV or XLSX, of any length; the export is on record */
        get: operations["getCorrectionsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/criteria/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export criteria as CSV or XLSX, of any length; the export is on record */
        get: operations["getCriteriaExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export findings as CSV or XLSX, of any length; the export is on record */
        get: operations["getFindingsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who and what is watched for coming back to life (死灰复燃) */
        get: operations["getWatch"];
        put?: never;
        /**
         * Put a customer or a place on the watch (reviewer)
         * @description By its document, such as a red card. What its points did over the last 35 days is judged again. The same again changes nothing.
         */
        post: operations["postWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a watch, with the reason (reviewer); it stays on record */
        post: operations["postWatchIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit, in the order in which it happened
         * @description An auditor reads all of it; others that of the cases they see, of criteria and of detector versions, and
         *     of what was done at the desk and belongs to no case what they did themselves. To read that of a case is a view, which is on record.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit as NDJSON or CSV
         * @description An auditor reads all of it; others that of the cases they see, of criteria and of detector versions, and
         *     of what was done at the desk and belongs to no case what they did themselves. Streamed, of any length, by chain and sequence. NDJSON can be verified from the file alone: `hash` is the
         *     SHA-256 of the very bytes of `link`, whose `previous_hash` is the hash of the link before (64 zeros before the first).
         *     Unfiltered, an auditor gets the root of every day too: `links_hash` is the SHA-256 over "case_id\nsequence\nhash\n" of
         *     the links of the day, `hash` that of the JSON of day, links, links_hash, made_at, previous_hash. The export is on record.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roots of the audit, one a day
         * @description Each is over every link of its day and over the root before; kept elsewhere they are witnesses.
         */
        get: operations["getAuditRoots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hash the audit anew: of a case, or of a period of at most 31 days (auditor)
         * @description A period takes in every chain that has a link in it, and the roots of its days.
         */
        get: operations["getAuditVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what becomes of cases, as it happens
         * @description Server-sent events: what becomes of the cases one sees, as it happens. Each has an id, a kind such as
         *     `case.release` and a `CaseEvent` as data; `endpoint.warned` and `endpoint.off` tell by an `EndpointEvent` that alerts do
         *     not arrive somewhere. Who comes back with Last-Event-ID, or `after`, hears what happened meanwhile,
         *     up to 7 days back; who comes later hears `reset` first and reads anew what is shown. A comment at least every 15 s keeps
         *     the line open; at most 20 streams an account. A district hears neither who did it nor what is the grid company’s own.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts */
        get: operations["getAccounts"];
        put?: never;
        /** Make an account; answers the one-time link that sets its password */
        post: operations["postAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change role, scope, full name or subject of an account; its sessions end */
        post: operations["postAccountsNameChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nobody in by an account any more: not by password, session or token */
        post: operations["postAccountsNameDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in by a disabled account again */
        post: operations["postAccountsNameEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a new one-time link that sets the password of an account, and ends its lock */
        post: operations["postAccountsNameInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the own tokens, or as operator and auditor those of an account */
        get: operations["getTokens"];
        put?: never;
        /** Make a token for oneself; it is shown once */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a token for an account; it is shown once */
        post: operations["postAccountsNameTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a token: the own, as operator anybody’s */
        post: operations["postTokensIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts, counties and zones on a day, by the codes in use then */
        get: operations["getDistricts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/districts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a code means on a day: whose rules hold, who is told, where it leads */
        get: operations["getDistrictsCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs */
        get: operations["getPricingHandOvers"];
        put?: never;
        /** Make the signed list of a period for the billing of the grid company, of what is released */
        post: operations["postPricingHandOvers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/hand-overs/{id}/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a hand-over, by the SHA-256 of the file that arrived (grid company) */
        post: operations["postPricingHandOversIdReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/hand-overs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a hand-over, to the byte as it was signed; who takes it is on record */
        get: operations["getPricingHandOversIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/hand-overs/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signature over that file: a JWS whose payload is left out (Ed25519) */
        get: operations["getPricingHandOversIdSignature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and what may I */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; other sessions end */
        post: operations["postMePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in readings
         * @description Readings as NDJSON (application/x-ndjson: one `Reading`, `DayRow` or `DailyRegister` a line) or
         *     CSV (text/csv) with the header meter_id,ts,kw,kvar (readings), meter_id,date,P1,…,P96 (day rows) or
         *     meter_id,date,reg_total (daily registers), plain or with Content-Encoding: gzip, in UTF-8 or GB18030, of any length.
         *     Every line is either accepted, and then durable, or rejected with a reason and kept in the reject book. The same
         *     readings may be sent again and change nothing: an Idempotency-Key is accepted and not needed.
         */
        post: operations["postReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registry as it stands, by meter id and day; of the supply units that are seen */
        get: operations["getRegistry"];
        put?: never;
        /**
         * Import the registry
         * @description The registry as CSV, plain or gzip, or as an XLSX workbook, with the header meter_id,customer_id,
         *     customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes (and, if known,
         *     point_id,credit_code,industry_edition,supply_unit,status,multiplier,feed,parent_point_id,address,transformer_id,
         *     licensed_tonnes_per_year,valid_from,valid_to), at most 64 MB.
         *     Rows that cannot be used are named; the others are taken. A meter that is not named stays as it is.
         *     The same registry may be sent again and changes nothing: an Idempotency-Key is accepted and not needed.
         */
        post: operations["postRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a file would be understood
         * @description The first rows of a file as they would be understood; nothing is taken. The body is the file or its
         *     beginning (of a workbook the whole file), a registry too.
         */
        post: operations["postImportsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watch/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a list of red cards on the watch (reviewer): all of it, or with a fault nothing
         * @description CSV, plain or gzip, or an XLSX workbook, with the column document (文号) and some of customer_id (户号),
         *     point_id (计量点), transformer_id (变压器), address (用电地址), reason (红牌 or 查实), watched_for (地条钢, 挖矿 or a signature), since
         *     (日期), note (备注). Every fault is named at once.
         */
        post: operations["postWatchImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pricing/changes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put up a table of rules, assessments, notices or one decision: all of it, or with a fault nothing
         * @description A table as CSV (UTF-8 or GB18030, plain or gzip) or as an XLSX workbook, its headings in Chinese or
         *     English and in any order; GET /v1/pricing/changes/template gives one with its headings. A rule has a flat amount in its
         *     own column, or any other formula as JSON. A decision is one document a file: it stands in columns or in the query.
         *     Everything that is wrong is told at once, with row (as a spreadsheet counts: the heading is row 1), column and reason:
         *     unknown, missing or doubled headings, merged cells, formulas, empty rows, numbers as text, dates that are none, and all
         *     that JSON is checked for. With one fault nothing is taken in. A dry run answers the faults and what would be put up.
         */
        post: operations["postPricingChangesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ConfigInput: {
            /**
             * @description Folder of the embedded stores
             * @default data
             */
            DIANSHAO_DATA: string;
            /**
             * @description Address the API listens on
             * @default 127.0.0.1
             */
            DIANSHAO_HOST: string;
            /**
             * @description Port of the API; 0 takes a free one
             * @default 8080
             */
            DIANSHAO_PORT: number;
            /**
             * @description Comma list of process, alert, api
             * @default process,alert,api
             */
            DIANSHAO_ROLES: string;
            /**
             * @description Whether alerts may go to loopback and private addresses
             * @default false
             * @enum {string}
             */
            DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: "true" | "false";
            /**
             * @description How long readings are kept; what a case rests on stays as long as the case
             * @default 25
             */
            DIANSHAO_KEEP_READINGS_MONTHS: number;
            /**
             * @description How long day features are kept
             * @default 60
             */
            DIANSHAO_KEEP_FEATURES_MONTHS: number;
            /**
             * @default info
             * @enum {string}
             */
            DIANSHAO_LOG_LEVEL: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
            /** @description Comma list of host:port; with it, the engines serve */
            DIANSHAO_KAFKA_BROKERS?: string;
            /**
             * @description Stands before the names of the topics
             * @default
             */
            DIANSHAO_KAFKA_TOPIC_PREFIX: string;
            /**
             * @description Consumer group of the workers
             * @default dianshao
             */
            DIANSHAO_KAFKA_GROUP: string;
            /**
             * @description Partitions of each topic
             * @default 12
             */
            DIANSHAO_KAFKA_PARTITIONS: number;
            /**
             * @description Replicas of a topic that is created
             * @default 1
             */
            DIANSHAO_KAFKA_REPLICATION: number;
            /**
             * @description Retention of a topic that is created
             * @default 168
             */
            DIANSHAO_KAFKA_RETENTION_HOURS: number;
            /**
             * @description Whether brokers are spoken to by TLS
             * @default false
             * @enum {string}
             */
            DIANSHAO_KAFKA_TLS: "true" | "false";
            /** @description PEM of the authority of the brokers */
            DIANSHAO_KAFKA_CA_FILE?: string;
            /**
             * @default none
             * @enum {string}
             */
            DIANSHAO_KAFKA_SASL: "none" | "plain" | "scram-sha-256" | "scram-sha-512";
            DIANSHAO_KAFKA_USERNAME?: string;
            DIANSHAO_KAFKA_PASSWORD?: string;
            /**
             * Format: uri
             * @description InfluxDB 2
             */
            DIANSHAO_INFLUX_URL?: string;
            DIANSHAO_INFLUX_TOKEN?: string;
            /** @default dianshao */
            DIANSHAO_INFLUX_ORG: string;
            /** @default dianshao */
            DIANSHAO_INFLUX_BUCKET: string;
            /**
             * Format: uri
             * @description PostgreSQL
             */
            DIANSHAO_POSTGRES_URL?: string;
            /**
             * Format: uri
             * @description Address by which browsers reach the service; with https its cookies go by TLS only
             */
            DIANSHAO_PUBLIC_URL?: string;
            /**
             * Format: uri
             * @description Identity provider by which people may sign in (OpenID Connect)
             */
            DIANSHAO_OIDC_ISSUER?: string;
            DIANSHAO_OIDC_CLIENT_ID?: string;
            DIANSHAO_OIDC_CLIENT_SECRET?: string;
            /**
             * @description How long readings on Kafka may wait for others to be worked off with
             * @default 500
             */
            DIANSHAO_LINGER_MS: number;
        };
        /** @enum {string} */
        RoleInput: "analyst" | "reviewer" | "supervisor" | "district" | "pricing" | "operator" | "auditor";
        /** @enum {string} */
        AbilityInput: "cases.read" | "cases.act" | "audit.read" | "readings.read" | "readings.write" | "registry.read" | "registry.write" | "rejects.read" | "rejects.write" | "corrections.read" | "watch.read" | "watch.write" | "criteria.read" | "criteria.write" | "board.read" | "alerts.read" | "endpoints.write" | "status.read" | "known-good.read" | "known-good.write" | "deadlines.read" | "deadlines.write" | "switches.read" | "switches.write" | "accounts.read" | "accounts.write" | "findings.read" | "openings.read" | "pricing.read" | "pricing.write" | "hand-overs.read" | "hand-overs.act" | "keys.write" | "territory.read" | "letters.read" | "letters.write" | "networks.read" | "networks.write" | "own";
        AccountInput: {
            name: string;
            role: components["schemas"]["RoleInput"];
            /** @description Supply units (供电单位) whose cases it sees; null: every one */
            supplyUnits: string[] | null;
            /** @description Of the role district */
            districtCode: string | null;
            /** @description Department inside the district that sees only what was passed to it; empty: the whole */
            department: string;
        };
        AssessmentInput: {
            /** @description 户号 */
            customerId: string;
            /** @description 生产线 or 工序 as the rule names it: 熟料, 水泥, 粉磨站, 铝液 */
            line: string;
            /**
             * @description 工序
             * @default
             */
            process: string;
            /** @description The assessed calendar year (核算基期) */
            year: number;
            product: string;
            /** @default null */
            outputTonnes: number | null;
            /** @description Comparable power use (可比综合电耗), kWh/t */
            kwhPerTonne: number;
            /**
             * @description Limit (限额) it is held against, where a rule goes by the ratio
             * @default null
             */
            limitKwhPerTonne: number | null;
            /**
             * @description 投产日期 of the line
             * @default null
             */
            commissionedOn: string | null;
            /**
             * @description Share of non-hydro renewables in its power, %
             * @default null
             */
            nonHydroPercent: number | null;
            /**
             * @description Incentive value (激励值) of the municipality for the year before, %
             * @default null
             */
            incentivePercent: number | null;
            /** @description Who assessed */
            authority: string;
            documentNo: string;
            /** Format: date */
            documentDate: string;
            /** @default  */
            note: string;
        };
        ReleasedAssessmentInput: {
            /** @description 户号 */
            customerId: string;
            /** @description 生产线 or 工序 as the rule names it: 熟料, 水泥, 粉磨站, 铝液 */
            line: string;
            /**
             * @description 工序
             * @default
             */
            process: string;
            /** @description The assessed calendar year (核算基期) */
            year: number;
            product: string;
            /** @default null */
            outputTonnes: number | null;
            /** @description Comparable power use (可比综合电耗), kWh/t */
            kwhPerTonne: number;
            /**
             * @description Limit (限额) it is held against, where a rule goes by the ratio
             * @default null
             */
            limitKwhPerTonne: number | null;
            /**
             * @description 投产日期 of the line
             * @default null
             */
            commissionedOn: string | null;
            /**
             * @description Share of non-hydro renewables in its power, %
             * @default null
             */
            nonHydroPercent: number | null;
            /**
             * @description Incentive value (激励值) of the municipality for the year before, %
             * @default null
             */
            incentivePercent: number | null;
            /** @description Who assessed */
            authority: string;
            documentNo: string;
            /** Format: date */
            documentDate: string;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
        };
        /** @enum {string} */
        SignatureInput: "induction-furnace" | "crypto-mining" | "restart" | "surge" | "licence-excess";
        /** @enum {string} */
        HeldReasonInput: "peers-moved" | "known-good";
        EvidenceFactInput: {
            /** @description Stable kebab-case name */
            name: string;
            value: number | string;
            /** @description kW, kWh, %, heats/day, … or empty */
            unit: string;
            /** @description The usual range of a legal load, with unit */
            normal?: string;
            /** @description The same in Chinese, where it has words */
            normalZh?: string;
            zh: string;
            en: string;
            /** @description For (above 0) or against (below 0) the accusation */
            weight: number;
        };
        InnocentExplanationInput: {
            /** @description Stable kebab-case name */
            name: string;
            /** @description 1 explains the curve fully */
            plausibility: number;
            zh: string;
            en: string;
        };
        DatedHoursInput: {
            /** Format: date */
            date: string;
            /** @description HH:MM of the plant day, Asia/Shanghai */
            from: string;
            /** @description HH:MM; 24:00 is the end of the day */
            to: string;
            /** @description Energy above the host, kWh */
            kwh: number;
        };
        InspectionWindowInput: {
            /** @description HH:MM, Asia/Shanghai */
            from: string;
            /** @description HH:MM; before `from`: of the next day */
            to: string;
            /** @description Nights of the last 14 on which it ran in these hours */
            activeNights: number;
            /** @description Of the next three nights, each by the date it begins on */
            likelihoods: {
                /** Format: date */
                date: string;
                likelihood: number;
            }[];
            zh: string;
            en: string;
        };
        ScoreInput: {
            score: number;
            /** @description Why nothing can be said; the score is then 0 */
            cannotJudge?: {
                zh: string;
                en: string;
            };
            evidence: components["schemas"]["EvidenceFactInput"][];
            innocent: components["schemas"]["InnocentExplanationInput"][];
            sentence: {
                zh: string;
                en: string;
            };
            /**
             * @description When it ran, the latest last, at most 14
             * @default []
             */
            dates: components["schemas"]["DatedHoursInput"][];
            /**
             * @description What these readings cannot tell
             * @default []
             */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindowInput"] | null;
            /** @description Power of the suspected load apart from its host, kW */
            attributableKw: number;
            /** @description Energy of the suspected load over the window, kWh */
            attributableKwh: number;
        };
        FindingInput: {
            score: number;
            /** @description Why nothing can be said; the score is then 0 */
            cannotJudge?: {
                zh: string;
                en: string;
            };
            evidence: components["schemas"]["EvidenceFactInput"][];
            innocent: components["schemas"]["InnocentExplanationInput"][];
            sentence: {
                zh: string;
                en: string;
            };
            /**
             * @description When it ran, the latest last, at most 14
             * @default []
             */
            dates: components["schemas"]["DatedHoursInput"][];
            /**
             * @description What these readings cannot tell
             * @default []
             */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindowInput"] | null;
            /** @description Power of the suspected load apart from its host, kW */
            attributableKw: number;
            /** @description Energy of the suspected load over the window, kWh */
            attributableKwh: number;
            /** @description Digest of detector, version, parameters, point, customer, window and its input */
            id: string;
            signature: components["schemas"]["SignatureInput"];
            detectorVersion: string;
            parameterHash: string;
            /** @description SHA-256 of the day features and registry facts that were judged */
            inputDigest: string;
            pointId: string;
            customerId: string;
            /** Format: date */
            windowFrom: string;
            /**
             * Format: date
             * @description The judged day: the last of the window
             */
            day: string;
            /** @description The finding of the same day that this one replaces */
            supersedes: string | null;
        };
        /** @enum {string} */
        SourceStatusInput: "original" | "secondary" | "memory" | "not-found";
        /** @enum {string} */
        TariffCategoryInput: "淘汰类" | "限制类" | "参照淘汰类" | "阶梯" | "惩罚性";
        TariffFormulaInput: {
            /** @constant */
            kind: "flat";
            yuanPerKwh: string;
        } | {
            /** @constant */
            kind: "decided-step";
            /** @description What the authority goes by */
            basis: string;
            steps: {
                step: number;
                yuanPerKwh: string;
            }[];
        } | {
            /** @constant */
            kind: "use-step";
            /** @description Which specific use, by which standard */
            basis: string;
            yearsBack: number;
            /** @description Lines commissioned (投产) on this day or later */
            commissionedFrom: string | null;
            /** @description Lines commissioned before this day */
            commissionedBefore: string | null;
            /** @description Lines (熟料, 水泥, 粉磨站, 铝液) with their steps, ascending */
            lines: {
                line: string;
                steps: {
                    upToKwhPerTonne: number | null;
                    yuanPerKwh: string;
                }[];
            }[];
        } | {
            /** @constant */
            kind: "excess";
            basis: string;
            yearsBack: number;
            line: string;
            /** @description By the priced day */
            thresholds: {
                /** Format: date */
                from: string;
                to: string | null;
                kwhPerTonne: number;
            }[];
            /** @description Length of a stretch; a started one counts whole */
            perKwhPerTonne: number;
            /** @description For each stretch */
            yuanPerKwh: string;
            /** @description Only where the share also reaches the incentive value (激励值) of the place */
            relief: {
                /** @description Non-hydro renewable share above which it begins */
                abovePercent: number;
                /** @description Off the amount for each whole point above */
                percentPerPoint: number;
            } | null;
            /** @description What an amount is multiplied by when it is unpaid so many days after its notice */
            late: {
                afterDays: number;
                factor: string;
            } | null;
        } | {
            /** @constant */
            kind: "limit-ratio";
            basis: string;
            yearsBack: number;
            steps: {
                overRatio: number;
                yuanPerKwh: string;
            }[];
        };
        TariffRuleInput: {
            id: string;
            /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
            jurisdiction: string;
            /** @description In the words of the document; * for every one */
            industries: string[];
            category: components["schemas"]["TariffCategoryInput"];
            /** @description null of a rule that was not found */
            formula: components["schemas"]["TariffFormulaInput"] | null;
            /**
             * @description Whether the amount floats with the time of use; else it is a flat adder
             * @default false
             */
            floats: boolean;
            /**
             * @description Of the yearly plan it stands in; from its year on the later plan goes before
             * @default null
             */
            planYear: number | null;
            /** @description Which electricity it is levied on, in the words of the document */
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            /** @description Last day of force; null while in force */
            effectiveTo: string | null;
            /**
             * @description Why days lie between the rule before it and this one; empty: none do
             * @default
             */
            gapReason: string;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            /** @description What of it was seen where, and what is from memory */
            verification: string;
            source: string;
            note: string;
            /** @description May be proposed */
            enabled: boolean;
        };
        ReleasedRuleInput: {
            id: string;
            /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
            jurisdiction: string;
            /** @description In the words of the document; * for every one */
            industries: string[];
            category: components["schemas"]["TariffCategoryInput"];
            /** @description null of a rule that was not found */
            formula: components["schemas"]["TariffFormulaInput"] | null;
            /**
             * @description Whether the amount floats with the time of use; else it is a flat adder
             * @default false
             */
            floats: boolean;
            /**
             * @description Of the yearly plan it stands in; from its year on the later plan goes before
             * @default null
             */
            planYear: number | null;
            /** @description Which electricity it is levied on, in the words of the document */
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            /** @description Last day of force; null while in force */
            effectiveTo: string | null;
            /**
             * @description Why days lie between the rule before it and this one; empty: none do
             * @default
             */
            gapReason: string;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            /** @description What of it was seen where, and what is from memory */
            verification: string;
            source: string;
            note: string;
            /** @description May be proposed */
            enabled: boolean;
            version: number;
            /** @description With which change it was released */
            changeId: string;
            /** Format: date-time */
            releasedAt: string;
        };
        ProposedTierInput: {
            ruleId: string;
            /** @default 1 */
            ruleVersion: number;
            category: string;
            /** @description Exact decimal, yuan/kWh */
            yuanPerKwh: string;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            verification: string;
            /** @description 拟适用, with 标准待核 when the amount is not verified */
            label: string;
            appliesTo: string | null;
            /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
            firstMeasure: string | null;
            /** Format: date */
            asOf: string;
        };
        SurchargeEstimateInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Days with readings, all points of the customer */
            days: number;
            /** @description All energy of the customer in these days, kWh */
            kwh: number;
            /** @description kWh × yuan/kWh, exact, rounded half up to 0.01 yuan */
            yuan: string;
            /** @description Of it the suspected load alone, kWh */
            attributableKwh: number;
            attributableYuan: string;
        };
        DecisionDocumentInput: {
            /** @description 文号 */
            documentNo: string;
            title: string;
            /** @description 发文机关 */
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** @description Assessments, cases, inspections or documents it rests on */
            restsOn: string;
        };
        DecisionEntryInput: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategoryInput"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
        };
        DecisionInput: {
            /** @description 文号 */
            documentNo: string;
            title: string;
            /** @description 发文机关 */
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** @description Assessments, cases, inspections or documents it rests on */
            restsOn: string;
            entries: components["schemas"]["DecisionEntryInput"][];
        };
        ReleasedEntryInput: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategoryInput"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            document: components["schemas"]["DecisionDocumentInput"];
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
        };
        SurchargeNoticeInput: {
            customerId: string;
            /**
             * Format: date
             * @description First day of the period it is for
             */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            noticedOn: string;
            /**
             * @description null: not paid yet
             * @default null
             */
            paidOn: string | null;
            documentNo: string;
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "meterId": "M0001",
         *       "at": "2026-11-01T00:15:00+08:00",
         *       "kw": 412.5,
         *       "kvar": 96.1
         *     }
         */
        ReadingInput: {
            meterId: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset; the END of the interval
             */
            at: string;
            /** @description Mean active power of the interval, kW, primary side */
            kw: number;
            /** @description Mean reactive power of the interval, kvar */
            kvar?: number | null;
            /** @description Power factor; gives kvar where that is absent */
            pf?: number | null;
            /** @description A higher revision wins its slot */
            revision?: number | null;
        };
        /** @enum {string} */
        LicensedProcessInput: "induction-melting" | "cupola-melting" | "sand-casting" | "die-casting" | "forging" | "rolling" | "heat-treatment" | "submerged-arc" | "electroplating" | "welding" | "isp" | "scrap-sorting";
        /** @enum {string} */
        CustomerStatusInput: "in-use" | "production-stopped" | "suspended" | "account-closed" | "exited";
        /** @enum {string} */
        FeedInput: "main" | "backup";
        MeterInput: {
            meterId: string;
            /** @description Metering point 计量点; the meter id unless told */
            pointId: string;
            /** @description 户号 */
            customerId: string;
            customerName: string;
            /** @description 统一社会信用代码, may be empty; one that begins with 92 is of a sole trader (个体工商户) */
            creditCode: string;
            /** @description GB/T 2260 code; an unknown one is accepted */
            districtCode: string;
            /** @description GB/T 4754 code, may be empty */
            industryCode: string;
            /**
             * @description Edition of GB/T 4754: 3130 differs between them
             * @enum {string}
             */
            industryEdition: "2011" | "2017";
            /** @description Contract capacity, kVA; 0 when not known */
            contractKva: number;
            voltageKv: number;
            /** @enum {number} */
            intervalMinutes: 1 | 5 | 15 | 30 | 60;
            licensedProcesses: components["schemas"]["LicensedProcessInput"][];
            /** @description 供电单位, may be empty */
            supplyUnit: string;
            status: components["schemas"]["CustomerStatusInput"];
            /** @description CT×PT: what values of the secondary side are multiplied by */
            multiplier: number;
            feed: components["schemas"]["FeedInput"];
            /** @description Point this one hangs behind (总分表, 转供), may be empty */
            parentPointId: string;
            /** @description 用电地址, may be empty */
            address: string;
            /** @description 变压器 the point hangs at, may be empty */
            transformerId: string;
            /** @description 核定产能 of a licensed foundry, t/a; 0 when not known */
            licensedTonnesPerYear: number;
            /** @description First plant day this holds; null: always has */
            validFrom: string | null;
            /** @description Last plant day this holds; null: until the next entry begins */
            validTo: string | null;
        };
        /** @enum {string} */
        RejectReasonInput: "malformed" | "missing-field" | "bad-time" | "time-before-2005" | "time-in-future" | "off-grid" | "not-a-number" | "negative-power" | "implausible-power" | "unknown-meter" | "no-entry-that-day" | "negative-register";
        /** @enum {string} */
        StoredOutcomeInput: "accepted" | "duplicate" | "corrected" | "superseded" | "too-late";
        RejectInput: {
            reason: components["schemas"]["RejectReasonInput"];
            /** @description One sentence for a person: what is wrong and what would be right */
            detail: string;
            /** @description Line of the input it stood on, counted from 1 */
            line?: number;
            /** @description What arrived, cut to 1,000 characters */
            raw: string;
        };
        /** @enum {string} */
        ImportFormInput: "readings" | "day-rows" | "registers" | "registry";
        /**
         * @example {
         *       "columns": {
         *         "meter_id": "电表资产号",
         *         "ts": "数据时间",
         *         "kw": "有功功率"
         *       },
         *       "zone": "+08:00"
         *     }
         */
        ImportProfileInput: {
            /**
             * @description Our column name to theirs, such as {"meter_id": "电表资产号", "ts": "数据时间"}
             * @default {}
             */
            columns: {
                [key: string]: string;
            };
            /**
             * @description What stands before the number of a kW point: P1 … P96
             * @default P
             */
            points: string;
            /**
             * @description The same for kvar points
             * @default Q
             */
            reactivePoints: string;
            /**
             * @default ,
             * @enum {string}
             */
            delimiter: "," | ";" | "\t";
            /** @description Offset of times that are written without one; without it such times are refused */
            zone?: string;
            /**
             * @description Secondary: the multiplier in force on the day applies
             * @default primary
             * @enum {string}
             */
            side: "primary" | "secondary";
            /**
             * @description Of power; registers are kWh
             * @default kW
             * @enum {string}
             */
            unit: "W" | "kW" | "MW";
            /**
             * @description End of the interval of the first point; 00:15 stands for one interval after midnight
             * @default 00:15
             * @enum {string}
             */
            firstPoint: "00:00" | "00:15";
            /**
             * @description Which midnight of its date a register row tells
             * @default day-end
             * @enum {string}
             */
            registerAt: "day-end" | "day-start";
        };
        IntakeAnswerInput: {
            form: components["schemas"]["ImportFormInput"];
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            packed: ("gzip" | "xlsx") | null;
            /** @description Readings; a day row has as many as it has filled points */
            received: number;
            /** @description Durable; repeated readings count too and change nothing */
            accepted: number;
            rejected: number;
            /** @description Rejected readings by reason */
            byReason: {
                [key: string]: number;
            };
            /** @description The first 50; all of them are in the reject book */
            firstRejects: components["schemas"]["RejectInput"][];
        };
        /** @enum {string} */
        ImportStateInput: "uploading" | "waiting" | "running" | "done" | "cancelled" | "failed";
        ImportJobInput: {
            id: string;
            state: components["schemas"]["ImportStateInput"];
            fileName: string;
            /** @description Of the file */
            bytes: number;
            /** @description How far it has come */
            bytesRead: number;
            profileName: string | null;
            backfill: boolean;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            endedAt: string | null;
            /** @description So far; whole when done */
            result: components["schemas"]["IntakeAnswerInput"] | null;
            /** @description Why it failed, in one sentence */
            problem: string | null;
        };
        ImportPageInput: {
            imports: components["schemas"]["ImportJobInput"][];
            next: string | null;
        };
        UnderstoodRowInput: {
            meterId: string;
            /** @description Whether the registry holds the meter */
            known: boolean;
            /** @description Start of the time it speaks of, +08:00; null: without a beginning */
            from: string | null;
            /** @description Its end; null: without an end */
            to: string | null;
            /** @description Readings: filled points of a day row, 1 of other rows, 0 of a registry row */
            points: number;
            /** @description The first of them, kW */
            kw: number[];
            /** @description Of a register row */
            registers?: {
                /** @description kWh */
                total?: number;
                /** @description kWh */
                sharp?: number;
                /** @description kWh */
                peak?: number;
                /** @description kWh */
                flat?: number;
                /** @description kWh */
                valley?: number;
            };
            /** @description Of a registry row */
            meter?: components["schemas"]["MeterInput"];
        };
        ImportPreviewInput: {
            form: components["schemas"]["ImportFormInput"];
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            packed: ("gzip" | "xlsx") | null;
            /** @description As the first line names them; none for NDJSON */
            columns: {
                name: string;
                /** @description Ours; null: it is ignored */
                meaning: string | null;
            }[];
            rows: {
                line: number;
                understood?: components["schemas"]["UnderstoodRowInput"];
                /** @description Why the row, or a point of it, would be turned away */
                fault?: {
                    reason: components["schemas"]["RejectReasonInput"];
                    detail: string;
                };
            }[];
        };
        SavedProfileInput: {
            name: string;
            profile: components["schemas"]["ImportProfileInput"];
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
        };
        ProfileListInput: {
            profiles: components["schemas"]["SavedProfileInput"][];
        };
        /** @enum {string} */
        PriceChangeKindInput: "rules" | "assessments" | "decision" | "notices";
        /** @enum {string} */
        PriceChangeStateInput: "proposed" | "released" | "refused" | "withdrawn";
        PriceChangeContentInput: {
            /** @constant */
            kind: "rules";
            rules: components["schemas"]["TariffRuleInput"][];
        } | {
            /** @constant */
            kind: "assessments";
            assessments: components["schemas"]["AssessmentInput"][];
        } | {
            /** @constant */
            kind: "decision";
            decision: components["schemas"]["DecisionInput"];
        } | {
            /** @constant */
            kind: "notices";
            notices: components["schemas"]["SurchargeNoticeInput"][];
        };
        /**
         * @example {
         *       "reason": "补录挖矿地方加价标准",
         *       "content": {
         *         "kind": "rules",
         *         "rules": [
         *           {
         *             "id": "CQ-MINING-2026",
         *             "jurisdiction": "CQ",
         *             "industries": [
         *               "虚拟货币挖矿"
         *             ],
         *             "category": "淘汰类",
         *             "formula": {
         *               "kind": "flat",
         *               "yuanPerKwh": "0.50"
         *             },
         *             "appliesTo": "户号全部电量",
         *             "documentNo": "示例〔2026〕1号",
         *             "documentTitle": "示例文件",
         *             "effectiveFrom": "2026-12-01",
         *             "effectiveTo": null,
         *             "sourceStatus": "original",
         *             "verification": "示例，非真实文件",
         *             "source": "示例",
         *             "note": "",
         *             "enabled": true
         *           }
         *         ]
         *       }
         *     }
         */
        PriceChangeBodyInput: {
            reason: string;
            content: components["schemas"]["PriceChangeContentInput"];
        };
        PriceFaultInput: {
            /** @description Of a table: as a spreadsheet counts its rows, the heading is row 1. Of a body in JSON: 1 for the first of its rows. 0: the whole */
            row: number;
            /** @description Heading as it stands in the table, or field; empty: the whole row */
            column: string;
            /** @description One sentence */
            reason: string;
        };
        PriceChangeInput: {
            id: string;
            kind: components["schemas"]["PriceChangeKindInput"];
            state: components["schemas"]["PriceChangeStateInput"];
            rows: number;
            reason: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            decidedReason: string;
        };
        RowDifferenceInput: {
            row: number;
            /** @description Of the rule */
            id: string;
            /** @enum {string} */
            what: "new" | "changed" | "unchanged";
            /** @description What differs; of a new rule nothing */
            fields: {
                [key: string]: {
                    before: string;
                    after: string;
                };
            };
        };
        PriceChangeEffectInput: {
            new: number;
            changed: number;
            unchanged: number;
            /** @description Of rules, row by row */
            rules: components["schemas"]["RowDifferenceInput"][];
        };
        PriceChangePreviewInput: {
            /** @description Why it cannot be, as things stand */
            faults: components["schemas"]["PriceFaultInput"][];
            /** @description What may be so, and somebody should look at */
            warnings: components["schemas"]["PriceFaultInput"][];
            effect: components["schemas"]["PriceChangeEffectInput"];
        };
        PriceChangeProposalInput: {
            /** @description Of a dry run; a change with faults is refused */
            faults: components["schemas"]["PriceFaultInput"][];
            /** @description What may be so, and somebody should look at */
            warnings: components["schemas"]["PriceFaultInput"][];
            effect: components["schemas"]["PriceChangeEffectInput"];
            /** @description null of a dry run: nothing is written */
            change: components["schemas"]["PriceChangeInput"] | null;
        };
        PriceChangeDecidedInput: {
            change: components["schemas"]["PriceChangeInput"];
            /** @description The correction that shows which open cases it prices anew; null: none */
            correctionId: number | null;
        };
        PriceChangePageInput: {
            changes: components["schemas"]["PriceChangeInput"][];
            next: string | null;
        };
        PriceRowsInput: {
            rules: {
                id: string;
                /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
                jurisdiction: string;
                /** @description In the words of the document; * for every one */
                industries: string[];
                category: components["schemas"]["TariffCategoryInput"];
                /** @description null of a rule that was not found */
                formula: components["schemas"]["TariffFormulaInput"] | null;
                /**
                 * @description Whether the amount floats with the time of use; else it is a flat adder
                 * @default false
                 */
                floats: boolean;
                /**
                 * @description Of the yearly plan it stands in; from its year on the later plan goes before
                 * @default null
                 */
                planYear: number | null;
                /** @description Which electricity it is levied on, in the words of the document */
                appliesTo: string | null;
                documentNo: string | null;
                documentTitle: string | null;
                effectiveFrom: string | null;
                /** @description Last day of force; null while in force */
                effectiveTo: string | null;
                /**
                 * @description Why days lie between the rule before it and this one; empty: none do
                 * @default
                 */
                gapReason: string;
                sourceStatus: components["schemas"]["SourceStatusInput"];
                /** @description What of it was seen where, and what is from memory */
                verification: string;
                source: string;
                note: string;
                /** @description May be proposed */
                enabled: boolean;
                /** @description The verification in words: in either language of the rules that come with the program */
                verified: {
                    zh: string;
                    en: string;
                };
            }[];
            assessments: components["schemas"]["AssessmentInput"][];
            /** @description Of a decision */
            document: components["schemas"]["DecisionDocumentInput"] | null;
            /** @description Lines of a decision */
            entries: {
                /**
                 * @default apply
                 * @enum {string}
                 */
                action: "apply" | "correct" | "end";
                /**
                 * @description The line that is corrected or ended; null of a new one
                 * @default null
                 */
                entryId: string | null;
                /** @description 户号 */
                customerId: string;
                /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                industry: string;
                category: components["schemas"]["TariffCategoryInput"];
                /**
                 * @description 档, where the rule takes it from the decision
                 * @default null
                 */
                step: number | null;
                /**
                 * @description Line or 工序, where the rule goes by one
                 * @default
                 */
                line: string;
                /**
                 * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
                 * @default []
                 */
                pointIds: string[];
                /**
                 * @description The amount, where the document itself names it; else that of the rule on each day
                 * @default null
                 */
                yuanPerKwh: string | null;
                /**
                 * Format: date
                 * @description 执行起始日期
                 */
                from: string;
                /**
                 * @description 执行截止日期, inclusive; null: until further notice
                 * @default null
                 */
                to: string | null;
                /**
                 * @description The case that proposed it
                 * @default null
                 */
                caseNumber: string | null;
                /** @default  */
                note: string;
                id: string;
            }[];
            notices: components["schemas"]["SurchargeNoticeInput"][];
        };
        PriceChangeViewInput: {
            change: components["schemas"]["PriceChangeInput"];
            rows: components["schemas"]["PriceRowsInput"];
            /** @description Of the customers of these rows by their numbers, as the registry has them now */
            customerNames: {
                [key: string]: string;
            };
            /** @description null of a decided change, and after its first page */
            preview: components["schemas"]["PriceChangePreviewInput"] | null;
            /** @description Row after which the next page begins; null: no more */
            next: number | null;
        };
        /** @enum {string} */
        ProblemCodeInput: "bad-request" | "bad-columns" | "unauthenticated" | "forbidden" | "not-found" | "same-person" | "wrong-state" | "version-conflict" | "key-reused" | "too-large" | "unsupported-media-type" | "busy" | "internal";
        ProblemChangeInput: {
            /** @description That it came to */
            version: number;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
            reason: string;
        };
        ProblemInput: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            /** @description One sentence: what is wrong and what to do */
            detail: string;
            code: components["schemas"]["ProblemCodeInput"];
            /** @description To quote when asking for help */
            id: string;
            /** @description Of a version-conflict: what changed since the version looked at */
            changes?: components["schemas"]["ProblemChangeInput"][];
            /** @description Of rows that are refused: every fault there is */
            faults?: components["schemas"]["PriceFaultInput"][];
        };
        DistrictInput: {
            /** @description GB/T 2260 code; CQ-… is our own for a zone that has none */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "市辖区" | "县" | "自治县" | "功能区";
            /** @description Whether the code is of GB/T 2260, or our own */
            gbt2260: boolean;
            /** @description First day; null: longer than any data here */
            validFrom: string | null;
            /** @description Last day; null: in use */
            validTo: string | null;
            /**
             * @description The district a zone lies in, where that is known
             * @default null
             */
            parent: string | null;
            ceded: {
                /** @description Code of the district that took it over */
                to: string;
                /**
                 * Format: date
                 * @description First day it was of the other
                 */
                on: string;
                /** @description Which towns and streets; 全部 is all of it, 其余 what is left */
                places: string;
            }[];
            /** @description Where code and days were seen */
            source: string;
            /** @default  */
            note: string;
        };
        ToldDistrictInput: {
            code: string;
            name: string;
            /** @enum {string} */
            by: "itself" | "successor" | "person";
        };
        DistrictListInput: {
            /** Format: date */
            day: string;
            districts: {
                /** @description GB/T 2260 code; CQ-… is our own for a zone that has none */
                code: string;
                name: string;
                /** @enum {string} */
                kind: "市辖区" | "县" | "自治县" | "功能区";
                /** @description Whether the code is of GB/T 2260, or our own */
                gbt2260: boolean;
                /** @description First day; null: longer than any data here */
                validFrom: string | null;
                /** @description Last day; null: in use */
                validTo: string | null;
                /**
                 * @description The district a zone lies in, where that is known
                 * @default null
                 */
                parent: string | null;
                ceded: {
                    /** @description Code of the district that took it over */
                    to: string;
                    /**
                     * Format: date
                     * @description First day it was of the other
                     */
                    on: string;
                    /** @description Which towns and streets; 全部 is all of it, 其余 what is left */
                    places: string;
                }[];
                /** @description Where code and days were seen */
                source: string;
                /** @default  */
                note: string;
                inUse: boolean;
            }[];
        };
        DistrictOnDayInput: {
            /** Format: date */
            day: string;
            district: components["schemas"]["DistrictInput"];
            inUse: boolean;
            /** @description Whose rules hold, the most local first; CQ, CN */
            jurisdictions: string[];
            /** @description Why no district is among them: only rules of the municipality and the country hold */
            withoutDistrict: ("unknown" | "ambiguous") | null;
            told: components["schemas"]["ToldDistrictInput"];
            /** @description Where land registered under this code may lie on the day besides, or instead */
            leadsTo: {
                code: string;
                name: string;
                places: string;
            }[];
            /** @description What the code alone does not say */
            doubt: {
                zh: string;
                en: string;
            } | null;
        };
        /** @enum {string} */
        CaseStateInput: "to-check" | "on-site" | "to-review" | "reported" | "acknowledged" | "handling" | "answered" | "closed" | "merged";
        /** @enum {string} */
        CaseSourceInput: "finding" | "tip" | "survey" | "inspection";
        /** @enum {string} */
        LevelInput: "red" | "orange" | "yellow";
        PeerReferenceInput: {
            districtCode: string;
            /** @description First two digits of the industry code; null: every trade of the district */
            trade: string | null;
            /** Format: date */
            day: string;
            /** @description Other customers it holds */
            customers: number;
            /** @description SHA-256 of the aggregate, so that it can be reckoned again and compared */
            digest: string;
        };
        ByHandInput: {
            /** @enum {string} */
            source: "tip" | "survey" | "inspection";
            /** @description What was said or seen */
            note: string;
            /** @description Who put it down */
            by: string;
            /** Format: date-time */
            at: string;
            level: components["schemas"]["LevelInput"];
            pointId: string;
        };
        ChargeInput: {
            signature: components["schemas"]["SignatureInput"];
            level: components["schemas"]["LevelInput"];
            score: number;
            /**
             * @description Valid on the judged day; sets the level
             * @default null
             */
            criterion: {
                id: string;
                yellowFrom: number;
                orangeFrom: number;
                redFrom: number;
                closeBelow: number;
            } | null;
            pointId: string;
            /** @description The finding this charge rests on; null: on the word of a person alone */
            findingId: string | null;
            /**
             * @description Where a person opened it
             * @default null
             */
            byHand: components["schemas"]["ByHandInput"] | null;
            /**
             * Format: date
             * @description The day that finding judged
             */
            day: string;
            /**
             * Format: date
             * @description The first day that finding looked at
             */
            windowFrom: string;
            /**
             * Format: date-time
             * @description End of the judged day that first carried the charge
             */
            openedAt: string;
            evidence: components["schemas"]["EvidenceFactInput"][];
            innocent: components["schemas"]["InnocentExplanationInput"][];
            sentence: {
                zh: string;
                en: string;
            };
            /** @default [] */
            dates: components["schemas"]["DatedHoursInput"][];
            /** @default [] */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindowInput"] | null;
            attributableKw: number;
            attributableKwh: number;
            /** @default null */
            peers: components["schemas"]["PeerReferenceInput"] | null;
            /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
            unsupported: boolean;
            tier: components["schemas"]["ProposedTierInput"] | null;
            /** @description As of now while the case is to be checked, as of its submission afterwards */
            estimate: components["schemas"]["SurchargeEstimateInput"] | null;
        };
        CaseInput: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseStateInput"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSourceInput"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            /** @description Attributable energy of its charges at the tiers they propose, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description Likelihood × yuan; null: not for who asks */
            priority: number | null;
            charges: components["schemas"]["ChargeInput"][];
        };
        StandingInput: {
            /** @enum {string} */
            state: "active" | "faded";
            /** Format: date */
            since: string;
        };
        AuditEntryInput: {
            /** @description Of the case, the criterion or the detector version */
            caseId: string;
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @description Account name from the token; "system" for the pipeline */
            actor: string;
            /**
             * @description refused: an attempt that was not allowed; decline: a proposal that was turned down; decision: a government decision that names the case was released
             * @enum {string}
             */
            action: "open" | "charge" | "evidence" | "submit" | "return" | "release" | "refused" | "view" | "outcome" | "close" | "propose" | "decline" | "shadow" | "activate" | "retire" | "assign" | "comment" | "snooze" | "wake" | "inspect" | "acknowledge" | "handle" | "answer" | "pass" | "merge" | "split" | "reopen" | "undo" | "file" | "withdraw-file" | "remind" | "escalate" | "urge" | "sign-in" | "sign-out" | "account" | "token" | "export" | "switch" | "deadline" | "end" | "watch" | "decision" | "hand-over" | "withdraw" | "update" | "decided" | "letter" | "receipt" | "endpoint" | "resend" | "network";
            from: components["schemas"]["CaseStateInput"] | null;
            to: components["schemas"]["CaseStateInput"] | null;
            reason: string;
            detail: {
                [key: string]: unknown;
            };
            previousHash: string;
            hash: string;
        };
        /**
         * @description 待复核, 已发布, 已驳回
         * @enum {string}
         */
        CriterionStateInput: "proposed" | "released" | "refused";
        ThresholdsInput: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
        };
        /**
         * @example {
         *       "signature": "induction-furnace",
         *       "yellowFrom": 0.75,
         *       "orangeFrom": 0.9,
         *       "redFrom": 0.96
         *     }
         */
        CriterionTrialInput: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description yellowFrom − 0.1 when absent */
            closeBelow?: number;
            signature: components["schemas"]["SignatureInput"];
        };
        /**
         * @example {
         *       "signature": "induction-furnace",
         *       "yellowFrom": 0.75,
         *       "orangeFrom": 0.9,
         *       "redFrom": 0.96,
         *       "validFrom": "2026-12-04",
         *       "reason": "11月查实率高于要求"
         *     }
         */
        CriterionProposalInput: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description yellowFrom − 0.1 when absent */
            closeBelow?: number;
            signature: components["schemas"]["SignatureInput"];
            /**
             * Format: date
             * @description First plant day it holds for; at the earliest the day after its release
             */
            validFrom: string;
            reason: string;
        };
        CriterionInput: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
            id: string;
            signature: components["schemas"]["SignatureInput"];
            /** @description Active when it was proposed; * for the built-in one */
            detectorVersion: string;
            /** @description null: from the beginning */
            validFrom: string | null;
            reason: string;
            state: components["schemas"]["CriterionStateInput"];
            proposedBy: string;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            refusedBy: string | null;
            refusedAt: string | null;
        };
        PrecisionInput: {
            confirmed: number;
            /** @description Confirmed and dismissed */
            of: number;
            precision: number | null;
            /** @description 95 % Wilson bound */
            lower: number | null;
            upper: number | null;
        };
        LevelExpectationInput: {
            signature: components["schemas"]["SignatureInput"];
            level: components["schemas"]["LevelInput"];
            /** @description null: not measured */
            precision: number | null;
            /** @description 95 % lower bound; what the level promises */
            lower: number | null;
            /** @description Legal meters behind the number */
            meters: number | null;
            /** @description What it was measured on */
            source: string;
            /** @description The same in Chinese */
            sourceZh: string;
        };
        CriterionViewInput: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
            id: string;
            signature: components["schemas"]["SignatureInput"];
            /** @description Active when it was proposed; * for the built-in one */
            detectorVersion: string;
            /** @description null: from the beginning */
            validFrom: string | null;
            reason: string;
            state: components["schemas"]["CriterionStateInput"];
            proposedBy: string;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            refusedBy: string | null;
            refusedAt: string | null;
            levels: {
                level: components["schemas"]["LevelInput"];
                from: number;
                expectation: components["schemas"]["LevelExpectationInput"];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @description Of outcomes of charges opened by this criterion */
                measured: components["schemas"]["PrecisionInput"];
            }[];
            /** @description Whether its audit chain verifies */
            auditWhole: boolean;
        };
        OpeningPreviewInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            signature: components["schemas"]["SignatureInput"];
            /** @description Customers by the highest level reached in the period, as it is */
            before: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description The same as it would be */
            after: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description Customers that would open and do not */
            opens: number;
            opensNoLonger: number;
            changesLevel: number;
            byDistrict: {
                districtCode: string;
                opens: number;
                opensNoLonger: number;
                changesLevel: number;
            }[];
            /** @description Those that differ, by id, the first 500 */
            customers: {
                customerId: string;
                customerName: string;
                districtCode: string;
                before: components["schemas"]["LevelInput"] | null;
                after: components["schemas"]["LevelInput"] | null;
            }[];
        };
        /** @enum {string} */
        ChargeOutcomeInput: "confirmed" | "dismissed" | "cannot-verify" | "passed-on";
        /** @enum {string} */
        DismissalCauseInput: "licensed-process" | "data-centre" | "other-lawful-load" | "data-error" | "tenant-or-landlord" | "test-run" | "other";
        OutcomeBodyInput: {
            outcome: components["schemas"]["ChargeOutcomeInput"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCauseInput"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            /**
             * Format: date
             * @description Of a dismissed charge: last day it keeps its signature from opening a case; 12 months unless told
             */
            holdUntil?: string;
            /** @description Of a dismissed charge: up to which power it does, kW; 1.3 times its own unless told */
            holdKw?: number;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
        };
        RecordedOutcomeInput: {
            outcome: components["schemas"]["ChargeOutcomeInput"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCauseInput"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            holdUntil: string | null;
            holdKw: number | null;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
            caseId: string;
            signature: components["schemas"]["SignatureInput"];
            sequence: number;
            /** @description False: proposed by an analyst, a reviewer has to record the same */
            final: boolean;
            /** @description It was undone, or its case was reopened since: it counts no more */
            lapsed: boolean;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            districtCode: string;
            level: components["schemas"]["LevelInput"];
            score: number;
            detectorVersion: string;
            criterionId: string;
            attributableKw: number;
        };
        /** @enum {string} */
        BoardByInput: "detector" | "district" | "month";
        BoardRowInput: {
            confirmed: number;
            /** @description Confirmed and dismissed */
            of: number;
            precision: number | null;
            /** @description 95 % Wilson bound */
            lower: number | null;
            upper: number | null;
            /** @description Signature and version, district code, or YYYY-MM */
            key: string;
            dismissed: number;
            /** @description Dismissed charges by cause */
            byCause: {
                [key: string]: number;
            };
            cannotVerify: number;
            passedOn: number;
        };
        ThresholdAdviceInput: {
            signature: components["schemas"]["SignatureInput"];
            /** @description Confirmed and dismissed charges behind it */
            outcomes: number;
            /** @description null: nothing is advised */
            thresholds: components["schemas"]["ThresholdsInput"] | null;
            sentence: {
                zh: string;
                en: string;
            };
        };
        AlertInput: {
            /** @constant */
            type: "case.reported";
            /**
             * Format: date-time
             * @description When the case was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                charges: {
                    signature: components["schemas"]["SignatureInput"];
                    level: components["schemas"]["LevelInput"];
                    score: number;
                    /** Format: date-time */
                    since: string;
                    /** @description True when no finding carries it any more since readings were corrected */
                    unsupported: boolean;
                    sentence: {
                        zh: string;
                        en: string;
                    };
                    /** @description What its level means: the share a check on site would confirm */
                    expectation: {
                        zh: string;
                        en: string;
                    };
                    evidence: {
                        /** @description Stable kebab-case name */
                        name: string;
                        value: number | string;
                        /** @description kW, kWh, %, heats/day, … or empty */
                        unit: string;
                        zh: string;
                        en: string;
                    }[];
                    /** @description When a check is most likely to meet it at work */
                    inspection: components["schemas"]["InspectionWindowInput"] | null;
                    tier: components["schemas"]["ProposedTierInput"] | null;
                    estimate: components["schemas"]["SurchargeEstimateInput"] | null;
                }[];
                /**
                 * @description A lead, not a decision
                 * @constant
                 */
                nature: "线索";
            };
        } | {
            /** @constant */
            type: "case.updated";
            /**
             * Format: date-time
             * @description When the update was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                charges: {
                    signature: components["schemas"]["SignatureInput"];
                    level: components["schemas"]["LevelInput"];
                    score: number;
                    /** Format: date-time */
                    since: string;
                    /** @description True when no finding carries it any more since readings were corrected */
                    unsupported: boolean;
                    sentence: {
                        zh: string;
                        en: string;
                    };
                    /** @description What its level means: the share a check on site would confirm */
                    expectation: {
                        zh: string;
                        en: string;
                    };
                    evidence: {
                        /** @description Stable kebab-case name */
                        name: string;
                        value: number | string;
                        /** @description kW, kWh, %, heats/day, … or empty */
                        unit: string;
                        zh: string;
                        en: string;
                    }[];
                    /** @description When a check is most likely to meet it at work */
                    inspection: components["schemas"]["InspectionWindowInput"] | null;
                    tier: components["schemas"]["ProposedTierInput"] | null;
                    estimate: components["schemas"]["SurchargeEstimateInput"] | null;
                }[];
                /**
                 * @description A lead, not a decision
                 * @constant
                 */
                nature: "线索";
                /** @description webhook-id of the alert it takes the place of */
                replaces: string;
                /** @description Why, in the words of who put it up */
                reason: string;
            };
        } | {
            /** @constant */
            type: "case.withdrawn";
            /**
             * Format: date-time
             * @description When the withdrawal was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                /** @description webhook-id of the alert that is taken back */
                withdraws: string;
                /** @description Why, in the words of who put it up */
                reason: string;
                /** @description As which every charge of it is dismissed */
                cause: components["schemas"]["DismissalCauseInput"];
            };
        } | {
            /** @constant */
            type: "case.closed";
            /**
             * Format: date-time
             * @description When the case was closed
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                outcomes: {
                    signature: components["schemas"]["SignatureInput"];
                    outcome: components["schemas"]["ChargeOutcomeInput"];
                    cause: components["schemas"]["DismissalCauseInput"] | null;
                    inspectedOn: string | null;
                }[];
            };
        } | {
            /** @constant */
            type: "tier.decided";
            /**
             * Format: date-time
             * @description When the decision was put on record by a second person
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                document: {
                    /** @description 文号 */
                    documentNo: string;
                    title: string;
                    /** @description 发文机关 */
                    issuer: string;
                    /** Format: date */
                    issuedOn: string;
                };
                entry: {
                    /**
                     * @default apply
                     * @enum {string}
                     */
                    action: "apply" | "correct" | "end";
                    /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                    industry: string;
                    category: components["schemas"]["TariffCategoryInput"];
                    /**
                     * @description 档, where the rule takes it from the decision
                     * @default null
                     */
                    step: number | null;
                    /**
                     * @description Line or 工序, where the rule goes by one
                     * @default
                     */
                    line: string;
                    /**
                     * @description The amount, where the document itself names it; else that of the rule on each day
                     * @default null
                     */
                    yuanPerKwh: string | null;
                    /**
                     * Format: date
                     * @description 执行起始日期
                     */
                    from: string;
                    /**
                     * @description 执行截止日期, inclusive; null: until further notice
                     * @default null
                     */
                    to: string | null;
                    id: string;
                };
                /**
                 * @description A decision on record, no lead any more
                 * @constant
                 */
                nature: "决定";
            };
        } | {
            /** @constant */
            type: "endpoint.test";
            /**
             * Format: date-time
             * @description When the test was asked for
             */
            timestamp: string;
            data: {
                /** @constant */
                version: 1;
                endpointId: string;
                districtCode: string;
                districtName: string;
                message: {
                    zh: string;
                    en: string;
                };
            };
        };
        /** @enum {string} */
        AlertTypeInput: "case.reported" | "case.updated" | "case.withdrawn" | "case.closed" | "tier.decided";
        /** @enum {string} */
        PayloadTypeInput: "case.reported" | "case.updated" | "case.withdrawn" | "case.closed" | "tier.decided" | "endpoint.test";
        /**
         * @description partly: some endpoints have it; no-endpoint: none wants it yet; given-up: none has it, none is tried
         * @enum {string}
         */
        AlertStatusInput: "waiting" | "delivered" | "partly" | "no-endpoint" | "given-up";
        /** @enum {string} */
        DeliveryStatusInput: "waiting" | "delivered" | "given-up";
        AlertAttemptInput: {
            alertId: string;
            endpointId: string;
            /** @description Of this alert at this endpoint */
            number: number;
            /** Format: date-time */
            at: string;
            url: string;
            /** @description HTTP status, null when no answer came */
            status: number | null;
            error: string | null;
            durationMs: number;
        };
        AlertDeliveryInput: {
            endpointId: string;
            status: components["schemas"]["DeliveryStatusInput"];
            /** @description null unless it waits; it waits for longer while the endpoint is off */
            nextAttemptAt: string | null;
            /** @description Stays when it is sent again */
            deliveredAt: string | null;
            attempts: components["schemas"]["AlertAttemptInput"][];
        };
        AlertRecordInput: {
            /** @description webhook-id, the same at every endpoint */
            id: string;
            caseId: string;
            caseVersion: number;
            districtCode: string;
            /** @description To which its case is passed; empty: the whole district */
            department: string;
            type: components["schemas"]["AlertTypeInput"];
            status: components["schemas"]["AlertStatusInput"];
            /** Format: date-time */
            createdAt: string;
            deliveries: components["schemas"]["AlertDeliveryInput"][];
        };
        AlertPageInput: {
            alerts: components["schemas"]["AlertRecordInput"][];
            next: string | null;
        };
        /**
         * @example {
         *       "endpointId": "endpoint-000001",
         *       "reason": "对方称未收到"
         *     }
         */
        ResendBodyInput: {
            /** @description Where to; every endpoint it goes to unless told */
            endpointId?: string;
            reason: string;
        };
        ResentAnswerInput: {
            deliveries: number;
        };
        /** @enum {string} */
        CaseActionInput: "inspect" | "submit" | "return" | "release" | "acknowledge" | "handle" | "answer" | "reopen" | "outcome" | "assign" | "comment" | "snooze" | "wake" | "pass" | "urge" | "undo";
        /**
         * @example {
         *       "reason": "证据充分，建议上报",
         *       "version": 5
         *     }
         */
        MoveBodyInput: {
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "to": "li.na",
         *       "reason": "由李娜核查"
         *     }
         */
        AssignBodyInput: {
            /** @description Name of an analyst or reviewer; null: nobody */
            to: string | null;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /** @enum {string} */
        CommentAudienceInput: "internal" | "all";
        /**
         * @example {
         *       "text": "夜间负荷陡升，与申报行业不符。",
         *       "audience": "all"
         *     }
         */
        CommentBodyInput: {
            text: string;
            /** @description all: a district that was told of the case reads it too; internal unless told, of a district always all */
            audience?: components["schemas"]["CommentAudienceInput"];
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "until": "2026-12-02",
         *       "reason": "等待下月抄表"
         *     }
         */
        SnoozeBodyInput: {
            /**
             * Format: date
             * @description Plant day it comes back on, within 90 days; in 7 days unless told
             */
            until?: string;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "department": "经信委",
         *       "reason": "由经信委处置"
         *     }
         */
        PassBodyInput: {
            /** @description Of the district; empty: the case is taken back */
            department: string;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /** @enum {string} */
        FeedbackFoundInput: "confirmed" | "nothing-found" | "lawful" | "no-access";
        /** @enum {string} */
        MeasureInput: "shut-down" | "power-cut" | "equipment-sealed" | "handed-over" | "set-right-in-time" | "other";
        FeedbackInput: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["SignatureInput"];
                found: components["schemas"]["FeedbackFoundInput"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["MeasureInput"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
        };
        /**
         * @example {
         *       "found": [
         *         {
         *           "signature": "induction-furnace",
         *           "found": "confirmed",
         *           "text": "中频炉一台，已断电"
         *         }
         *       ],
         *       "measures": [
         *         "power-cut",
         *         "equipment-sealed"
         *       ],
         *       "inspectedOn": "2026-11-27",
         *       "note": "已查封设备"
         *     }
         */
        AnswerBodyInput: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["SignatureInput"];
                found: components["schemas"]["FeedbackFoundInput"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["MeasureInput"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        RecordedFeedbackInput: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["SignatureInput"];
                found: components["schemas"]["FeedbackFoundInput"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["MeasureInput"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
            sequence: number;
            by: string;
            /** Format: date-time */
            at: string;
            /** @description Its measures by name */
            words: {
                zh: string;
                en: string;
            }[];
        };
        CaseDoneInput: {
            case: components["schemas"]["CaseInput"];
            /** @description The alert a release put in the outbox; null when the district is not known and nobody is told */
            alertId: string | null;
            /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
            undoableUntil: string | null;
        };
        CaseCommentInput: {
            sequence: number;
            /** Format: date-time */
            at: string;
            by: string;
            text: string;
            audience: components["schemas"]["CommentAudienceInput"];
        };
        CommentListInput: {
            comments: components["schemas"]["CaseCommentInput"][];
        };
        /** @enum {string} */
        BulkActionInput: "inspect" | "submit" | "return" | "release" | "acknowledge" | "handle" | "reopen" | "assign" | "comment" | "snooze" | "wake" | "pass" | "urge" | "undo";
        /**
         * @example {
         *       "action": "assign",
         *       "ids": [
         *         "2026-00001",
         *         "2026-00004"
         *       ],
         *       "to": "li.na",
         *       "reason": "由李娜核查"
         *     }
         */
        BulkBodyInput: {
            action: components["schemas"]["BulkActionInput"];
            ids: string[];
            /**
             * @description By id, the version looked at
             * @default {}
             */
            versions: {
                [key: string]: number;
            };
            /** @default  */
            reason: string;
            /** @description Of assign */
            to?: string | null;
            /** @description Of comment */
            text?: string;
            /** @description Of comment */
            audience?: components["schemas"]["CommentAudienceInput"];
            /**
             * Format: date
             * @description Of snooze
             */
            until?: string;
            /** @description Of pass */
            department?: string;
        };
        BulkAnswerInput: {
            results: {
                caseId: string;
                done?: {
                    state: components["schemas"]["CaseStateInput"];
                    version: number;
                    /** @description The alert a release put in the outbox; null when the district is not known and nobody is told */
                    alertId: string | null;
                    /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
                    undoableUntil: string | null;
                };
                refused?: {
                    code: components["schemas"]["ProblemCodeInput"];
                    detail: string;
                    changes?: components["schemas"]["ProblemChangeInput"][];
                };
            }[];
        };
        /**
         * @example {
         *       "name": "li.na",
         *       "password": "four words make one"
         *     }
         */
        SignInBodyInput: {
            name: string;
            password: string;
        };
        /**
         * @example {
         *       "secret": "from-the-link",
         *       "password": "four words make one"
         *     }
         */
        InvitationBodyInput: {
            /** @description From the one-time link, behind #secret= */
            secret: string;
            /** @description Of the first operator; other links have their account */
            name?: string;
            /** @description Name of the person */
            fullName?: string;
            /** @description At least 12 characters */
            password: string;
        };
        /**
         * @example {
         *       "old": "four words make one",
         *       "new": "five words make another one"
         *     }
         */
        PasswordBodyInput: {
            old: string;
            new: string;
        };
        SignedInInput: {
            account: string;
            role: components["schemas"]["RoleInput"];
            /** Format: date-time */
            until: string;
        };
        DoneInput: {
            /** @constant */
            done: true;
        };
        MeInput: {
            account: components["schemas"]["AccountInput"];
            fullName: string;
            /** @description What the account may here; of a token those it was made for */
            abilities: components["schemas"]["AbilityInput"][];
            /** @description What the role may do with a case, and in which states; the case itself may say no */
            actions: {
                action: components["schemas"]["CaseActionInput"];
                states: components["schemas"]["CaseStateInput"][];
            }[];
            /** @enum {string} */
            by: "session" | "token";
            /**
             * Format: date-time
             * @description When the session or the token ends
             */
            until: string;
        };
        /**
         * @example {
         *       "name": "li.na",
         *       "role": "analyst",
         *       "supplyUnits": [
         *         "永川供电公司"
         *       ],
         *       "fullName": "李娜"
         *     }
         */
        NewAccountBodyInput: {
            /** @description Sign-in name; capital letters count as small ones */
            name: string;
            role: components["schemas"]["RoleInput"];
            /**
             * @description Of an analyst or reviewer; null: every one
             * @default null
             */
            supplyUnits: string[] | null;
            /**
             * @description Of the role district
             * @default null
             */
            districtCode: string | null;
            /**
             * @description Of the role district; empty: the whole district
             * @default
             */
            department: string;
            /**
             * @description Name of the person
             * @default
             */
            fullName: string;
            /**
             * @description The claim sub of the identity provider; null: no sign-in by it
             * @default null
             */
            oidcSubject: string | null;
        };
        /**
         * @example {
         *       "role": "reviewer",
         *       "supplyUnits": null
         *     }
         */
        AccountChangeBodyInput: {
            role?: components["schemas"]["RoleInput"];
            supplyUnits?: string[] | null;
            districtCode?: string | null;
            department?: string;
            /** @description Name of the person */
            fullName?: string;
            /** @description The claim sub of the identity provider; null: no sign-in by it */
            oidcSubject?: string | null;
        };
        AccountViewInput: {
            name: string;
            role: components["schemas"]["RoleInput"];
            /** @description Supply units (供电单位) whose cases it sees; null: every one */
            supplyUnits: string[] | null;
            /** @description Of the role district */
            districtCode: string | null;
            /** @description Department inside the district that sees only what was passed to it; empty: the whole */
            department: string;
            fullName: string;
            /** @description The claim sub of the identity provider; null: no sign-in by it */
            oidcSubject: string | null;
            hasPassword: boolean;
            /** @description Password sign-in is locked until then */
            lockedUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            disabledAt: string | null;
        };
        AccountListInput: {
            accounts: components["schemas"]["AccountViewInput"][];
        };
        AccountLinkInput: {
            account: string;
            /** @description Shown once: null when a repeated request is answered again; then ask for a new link */
            link: string | null;
            /** Format: date-time */
            until: string;
        };
        /**
         * @example {
         *       "label": "collector",
         *       "abilities": [
         *         "readings.write"
         *       ],
         *       "days": 90
         *     }
         */
        TokenBodyInput: {
            /** @description What it is for */
            label: string;
            /**
             * @description What it is good for; null: all that the role may
             * @default null
             */
            abilities: components["schemas"]["AbilityInput"][] | null;
            days: number;
        };
        TokenViewInput: {
            id: string;
            account: string;
            label: string;
            abilities: components["schemas"]["AbilityInput"][] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
        };
        TokenListInput: {
            tokens: components["schemas"]["TokenViewInput"][];
        };
        TokenMadeInput: {
            id: string;
            account: string;
            /** @description Shown once: null when a repeated request is answered again */
            token: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @enum {string} */
        AlertProposalKindInput: "update" | "withdrawal";
        /** @enum {string} */
        AlertProposalStateInput: "proposed" | "released" | "refused" | "replaced";
        /**
         * @example {
         *       "kind": "withdrawal",
         *       "reason": "电表倍率登记有误，更正后不再成立",
         *       "cause": "data-error"
         *     }
         */
        AlertProposalBodyInput: {
            kind: components["schemas"]["AlertProposalKindInput"];
            /** @description Told to the district when it is released */
            reason: string;
            /**
             * @description Of a withdrawal: as which its charges are dismissed; of an update none
             * @default null
             */
            cause: components["schemas"]["DismissalCauseInput"] | null;
        };
        AlertProposalInput: {
            kind: components["schemas"]["AlertProposalKindInput"];
            /** @description Told to the district when it is released */
            reason: string;
            /**
             * @description Of a withdrawal: as which its charges are dismissed; of an update none
             * @default null
             */
            cause: components["schemas"]["DismissalCauseInput"] | null;
            id: string;
            caseId: string;
            /** @description The version it was put up at */
            caseVersion: number;
            state: components["schemas"]["AlertProposalStateInput"];
            /** @description Of an update: the charges as they will be told */
            charges: components["schemas"]["ChargeInput"][];
            /** @description "system": readings were corrected */
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            decidedReason: string;
            /** @description The alert its release put in the outbox */
            alertId: string | null;
        };
        AlertProposalAnswerInput: {
            proposal: components["schemas"]["AlertProposalInput"];
        };
        AlertProposalPageInput: {
            proposals: components["schemas"]["AlertProposalInput"][];
            next: string | null;
        };
        /** @enum {string} */
        BandInput: "尖峰" | "峰" | "平" | "谷";
        /** @enum {string} */
        DayBasisInput: "interval" | "register" | "day" | "cycle-mean";
        /** @enum {string} */
        EstimateMethodInput: "same-slots" | "day-mean" | "same-kind-days" | "window-mean";
        /** @enum {string} */
        BillGapInput: "no-rule" | "from-memory" | "no-step" | "unknown-step" | "no-assessment" | "no-limit" | "no-threshold" | "not-in-force" | "no-energy" | "negative-energy" | "no-bands";
        BillLineInput: {
            /** @description The line of a decision it rests on */
            entryId: string | null;
            /** @description Of the decision */
            documentNo: string | null;
            industry: string;
            category: components["schemas"]["TariffCategoryInput"];
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            /** @description How surely the rule is known */
            sourceStatus: components["schemas"]["SourceStatusInput"] | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            days: number;
            /** @description Of a rule that floats with the time of use; else null */
            band: components["schemas"]["BandInput"] | null;
            /** @description null: not known */
            kwh: number | null;
            measuredKwh: number;
            estimatedKwh: number;
            /** @description With the factors of band and lateness; null: not known */
            yuanPerKwh: string | null;
            /** @description kWh × yuan/kWh half up to 0.01; null: see `gap` */
            yuan: string | null;
            gap: components["schemas"]["BillGapInput"] | null;
            /** @description The arithmetic, step by step */
            working: {
                zh: string;
                en: string;
            }[];
        };
        BillDayInput: {
            entryId: string | null;
            /** Format: date */
            day: string;
            /** @description null: not known */
            kwh: number | null;
            estimatedKwh: number;
            basis: components["schemas"]["DayBasisInput"][];
            estimates: components["schemas"]["EstimateMethodInput"][];
        };
        BandSumInput: {
            band: components["schemas"]["BandInput"];
            kwh: number;
            /** @description yuan/kWh; null: no table of the period is known, or nothing was used */
            basePrice: string | null;
        };
        BillInput: {
            customerId: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /**
             * Format: date-time
             * @description Until when releases were counted
             */
            knownAt: string;
            lines: components["schemas"]["BillLineInput"][];
            /** @description Of the lines, where it is known */
            kwh: number;
            measuredKwh: number;
            estimatedKwh: number;
            /** @description The sum of the lines that name an amount */
            yuan: string;
            /** @description Lines without an amount: they are not in the sum */
            openLines: number;
            /** @description null: not every day is told by hour */
            bands: components["schemas"]["BandSumInput"][] | null;
            days: components["schemas"]["BillDayInput"][];
            notes: {
                zh: string;
                en: string;
            }[];
        };
        /** @enum {string} */
        BillSourceInput: "auto" | "interval" | "daily";
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "cycles": [
         *         {
         *           "from": "2026-10-01",
         *           "to": "2026-10-31",
         *           "kwh": 31000
         *         },
         *         {
         *           "from": "2026-11-01",
         *           "to": "2026-11-15",
         *           "registerFrom": 1200.5,
         *           "registerTo": 1260,
         *           "multiplier": 400
         *         }
         *       ]
         *     }
         */
        GivenBillBodyInput: {
            /** @description 户号 */
            customerId: string;
            cycles: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @description Last day, inclusive
                 */
                to: string;
                /**
                 * @description Energy; null: of the registers
                 * @default null
                 */
                kwh: number | null;
                /**
                 * @description Register at its beginning
                 * @default null
                 */
                registerFrom: number | null;
                /**
                 * @description Register at its end
                 * @default null
                 */
                registerTo: number | null;
                /**
                 * @description CT×PT of the registers; where it changed the cycle is parted in two
                 * @default null
                 */
                multiplier: number | null;
            }[];
            /** Format: date-time */
            knownAt?: string;
        };
        /**
         * @example {
         *       "from": "2026-10-01",
         *       "to": "2026-10-31",
         *       "rules": [
         *         {
         *           "id": "CQ-STEEL-ELIM-2027",
         *           "jurisdiction": "CQ",
         *           "industries": [
         *             "钢铁"
         *           ],
         *           "category": "淘汰类",
         *           "formula": {
         *             "kind": "flat",
         *             "yuanPerKwh": "0.60"
         *           },
         *           "appliesTo": "企业生产用电",
         *           "documentNo": null,
         *           "documentTitle": "征求意见稿",
         *           "effectiveFrom": "2026-10-01",
         *           "effectiveTo": null,
         *           "sourceStatus": "original",
         *           "verification": "draft",
         *           "source": "draft",
         *           "note": "",
         *           "enabled": false
         *         }
         *       ]
         *     }
         */
        WhatIfBodyInput: {
            /**
             * Format: date
             * @description First day
             * @example 2026-10-01
             */
            from: string;
            /**
             * Format: date
             * @description Last day, inclusive
             * @example 2026-10-31
             */
            to: string;
            /** @description Only customers of its jurisdiction on the last day */
            district?: string;
            /** @description In the words of the decisions */
            industry?: string;
            rules: components["schemas"]["TariffRuleInput"][];
            /**
             * @description Whether the first page tells the totals of all, for which all are reckoned
             * @default true
             */
            totals: boolean;
            /** @description "next" of the page before */
            after?: string;
            /** @default 100 */
            limit: number;
        };
        WhatIfRowInput: {
            customerId: string;
            customerName: string;
            districtCode: string;
            industries: string[];
            /** @description Of the days on the list, by judged days */
            kwh: number;
            estimatedKwh: number;
            now: {
                yuan: string;
                /** @description Lines without an amount: they are not in the sum */
                openLines: number;
            };
            proposed: {
                yuan: string;
                /** @description Lines without an amount: they are not in the sum */
                openLines: number;
            };
            /** @description yuan, proposed less now */
            difference: string;
        };
        WhatIfPageInput: {
            customers: components["schemas"]["WhatIfRowInput"][];
            /** @description Of all pages together, on the first where they are asked for; else null */
            totals: {
                customers: number;
                kwh: number;
                now: {
                    yuan: string;
                    /** @description Lines without an amount: they are not in the sum */
                    openLines: number;
                };
                proposed: {
                    yuan: string;
                    /** @description Lines without an amount: they are not in the sum */
                    openLines: number;
                };
                difference: string;
            } | null;
            next: string | null;
        };
        /** @enum {string} */
        CorrectionKindInput: "registry" | "backfill" | "watch" | "tariff";
        CorrectionInput: {
            id: number;
            /** Format: date-time */
            at: string;
            actor: string;
            kind: components["schemas"]["CorrectionKindInput"];
            /** @description The first 200 */
            changes: {
                /** @description null: of a rule */
                meterId: string | null;
                /** @default null */
                ruleId: string | null;
                /** @description First day concerned; null: from the beginning */
                from: string | null;
                /** @description Last day concerned; null: until further notice */
                to: string | null;
                fields: {
                    [key: string]: {
                        before: string;
                        after: string;
                    };
                };
            }[];
            /** @description Metering points concerned */
            points: number;
            /** @description Points that are still to be judged again */
            waiting: number;
            /** @description Days judged again so far */
            judgedDays: number;
            /** @description Days whose finding came, went or changed; of a tariff: charges of another tier */
            effects: number;
        };
        CorrectionEffectInput: {
            pointId: string;
            customerId: string;
            signature: components["schemas"]["SignatureInput"];
            /** Format: date */
            day: string;
            scoreBefore: number | null;
            scoreAfter: number | null;
            /** @description State of the customer's case now; what was released is not changed by a correction */
            caseState: string | null;
        };
        TierEffectInput: {
            caseId: string;
            caseNumber: string;
            customerId: string;
            pointId: string;
            signature: components["schemas"]["SignatureInput"];
            /** @description As the charge said when the rules were released */
            before: components["schemas"]["ProposedTierInput"] | null;
            /** @description By the rules as released */
            after: components["schemas"]["ProposedTierInput"] | null;
            /** @description Whether the charge is priced anew; one that was submitted or released stays as it was */
            follows: boolean;
            /** @description State of the case now */
            caseState: string;
        };
        /** @enum {string} */
        QualityMarkInput: "gap" | "stuck" | "rollover" | "exchange" | "times-ten" | "repeated-register" | "clock-jump";
        /** @enum {string} */
        EngineNameInput: "sqlite" | "postgresql" | "kafka" | "influxdb";
        WorkStateInput: {
            engines: {
                name: components["schemas"]["EngineNameInput"];
                isUp: boolean;
            }[];
            /** @description What does not answer, each in one sentence */
            problems: string[];
            /** @description When this process last made durable what it worked off; null: not since it started */
            checkpointAt: string | null;
            /** @description When the oldest reading arrived that this process has not worked off; null: none waits here */
            waitingSince: string | null;
            /** @description Readings worked off or rejected over the last minutes; null: looked at once only */
            lately: {
                readings: number;
                seconds: number;
            } | null;
        };
        RegistryAnswerInput: {
            /** @description Entries */
            added: number;
            changed: number;
            unchanged: number;
            /** @description The correction that has days judged again; null when nothing judged is concerned */
            correctionId: number | null;
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            /** @description Rows that were not taken */
            faults: {
                line: number;
                detail: string;
            }[];
            /** @description Codes of customers whose cases nobody can be told of */
            unknownDistricts: string[];
        };
        MeterPageInput: {
            /** @description Registry entries */
            meters: components["schemas"]["MeterInput"][];
            next: string | null;
        };
        CorrectionPageInput: {
            corrections: components["schemas"]["CorrectionInput"][];
            next: number | null;
        };
        CorrectionAnswerInput: {
            correction: components["schemas"]["CorrectionInput"];
            effects: components["schemas"]["CorrectionEffectInput"][];
            /** @description Of released rules: open charges of another tier */
            tiers: components["schemas"]["TierEffectInput"][];
            next: number | null;
        };
        AuditAnswerInput: {
            /** @description Whether the hash chain verifies */
            whole: boolean;
            entries: components["schemas"]["AuditEntryInput"][];
        };
        FindingPageInput: {
            findings: {
                score: number;
                /** @description Why nothing can be said; the score is then 0 */
                cannotJudge?: {
                    zh: string;
                    en: string;
                };
                evidence: components["schemas"]["EvidenceFactInput"][];
                innocent: components["schemas"]["InnocentExplanationInput"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /**
                 * @description When it ran, the latest last, at most 14
                 * @default []
                 */
                dates: components["schemas"]["DatedHoursInput"][];
                /**
                 * @description What these readings cannot tell
                 * @default []
                 */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindowInput"] | null;
                /** @description Power of the suspected load apart from its host, kW */
                attributableKw: number;
                /** @description Energy of the suspected load over the window, kWh */
                attributableKwh: number;
                /** @description Digest of detector, version, parameters, point, customer, window and its input */
                id: string;
                signature: components["schemas"]["SignatureInput"];
                detectorVersion: string;
                parameterHash: string;
                /** @description SHA-256 of the day features and registry facts that were judged */
                inputDigest: string;
                pointId: string;
                customerId: string;
                /** Format: date */
                windowFrom: string;
                /**
                 * Format: date
                 * @description The judged day: the last of the window
                 */
                day: string;
                /** @description The finding of the same day that this one replaces */
                supersedes: string | null;
                /** @description Why it opens no case; null: it does once its score is high enough */
                held: components["schemas"]["HeldReasonInput"] | null;
            }[];
        };
        RejectEntryInput: {
            sequence: number;
            reason: string;
            detail: string;
            /** @description What arrived */
            raw: string;
            /** @description Whence, such as http:analyst or import:… */
            source: string;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            times: number;
            /** @description When it was taken in after all */
            replayedAt: string | null;
        };
        RejectPageInput: {
            rejects: components["schemas"]["RejectEntryInput"][];
            next: number | null;
        };
        /**
         * @example {
         *       "reason": "unknown-meter"
         *     }
         */
        ReplayBodyInput: {
            /** @description Such as unknown-meter, or corrected: what lost its slot */
            reason?: string;
            /** @description Such as http:analyst or import:… */
            source?: string;
            /** @description Part of what arrived */
            text?: string;
            /** @description Only entries with a higher sequence */
            after?: number;
            /** @description Only these sequences */
            ids?: number[];
            /**
             * @description Judge days of readings that are more than 7 days behind their point, too
             * @default false
             */
            backfill: boolean;
        };
        ReplayAnswerInput: {
            /** @description Entries */
            looked: number;
            accepted: number;
            /** @description They stay in the book */
            rejected: number;
            /** @description Entries rejected again, by reason */
            byReason: {
                [key: string]: number;
            };
        };
        CurveInput: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                intervalMinutes: number;
                /** @description Mean power of each interval of the day, kW */
                kw: (number | null)[];
                kvar: (number | null)[] | null;
            }[];
        };
        DaySumsInput: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                /**
                 * @description What the energy is reckoned from
                 * @enum {string}
                 */
                from: "curve" | "registers";
                /** @description Of the readings there are, primary side */
                kwh: number | null;
                sharpKwh: number | null;
                peakKwh: number | null;
                flatKwh: number | null;
                valleyKwh: number | null;
                maxKw: number | null;
                /** @description How many there are; of registers 1 */
                readings: number;
                /** @description How many there would be without gaps */
                expected: number;
                marks: components["schemas"]["QualityMarkInput"][];
            }[];
        };
        PeerDaysInput: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                districtCode: string;
                /** @description Division of GB/T 4754 it is compared within; null: all trades of the district */
                trade: string | null;
                /** @description Other customers it is compared with; null: fewer than 8, so nothing is told */
                customers: number | null;
                /** @description …Shift is ln of the day over the median of own days of its kind in the three weeks before */
                measures: {
                    name: string;
                    own: number | null;
                    median: number;
                    /** @description Median absolute deviation */
                    mad: number;
                }[];
            }[];
        };
        PointBandsInput: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                documentNo: string;
                sourceStatus: components["schemas"]["SourceStatusInput"];
                /** @description false: its first day of force was not found; days since its publication go by it */
                startVerified: boolean;
                /** @description From 00:00 to 24:00, in order */
                bands: {
                    band: components["schemas"]["BandInput"];
                    from: string;
                    to: string;
                }[];
            }[];
        };
        StatusAnswerInput: {
            /** @description Readings worked off or rejected, by what became of them */
            outcomes?: {
                [key: string]: number;
            };
            /** @description Readings that are durable and wait to be judged, and suspicions that wait to be weighed */
            waiting?: number;
            /** @description Stretches of days that corrections asked for and that wait */
            toJudgeAgain?: number;
            meters?: number;
            judgedDays?: number;
            /** @description Judged days by what is odd about their readings */
            markedDays?: {
                [key: string]: number;
            };
            /** @description Current findings that open no case, as the peers moved too or somebody answers for them */
            heldFindings?: number;
            /** @description What somebody should know of and decide */
            notices?: {
                zh: string;
                en: string;
            }[];
            /** @description null: the work does not answer in time */
            work?: components["schemas"]["WorkStateInput"] | null;
            /** @description Of those that are seen */
            openCases: number;
            /** @description Of cases that are seen */
            alertsWaiting: number;
        };
        /** @enum {string} */
        VersionStateInput: "shadow" | "active" | "retired";
        DetectorVersionInput: {
            signature: components["schemas"]["SignatureInput"];
            version: string;
            state: components["schemas"]["VersionStateInput"];
            /** @description First day it judges; null in shadow, or from the beginning */
            since: string | null;
            /** @description Distinct days of data judged in shadow; a release takes 14 */
            shadowDays: number;
            firstShadowDay: string | null;
            /** @description Whether this program holds it */
            inProgram: boolean;
            reason: string;
            proposedBy: string | null;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            /** @description Whether its audit chain verifies */
            auditWhole: boolean;
        };
        /**
         * @example {
         *       "reason": "文件属实"
         *     }
         */
        ReasonBodyInput: {
            /** @default  */
            reason: string;
        };
        CriterionListInput: {
            criteria: components["schemas"]["CriterionViewInput"][];
        };
        CriterionAnswerInput: {
            criterion: components["schemas"]["CriterionInput"];
        };
        VersionListInput: {
            versions: components["schemas"]["DetectorVersionInput"][];
        };
        /**
         * @example {
         *       "outcome": "confirmed",
         *       "note": "区经信委现场查实，中频炉一台",
         *       "inspectedOn": "2026-11-27",
         *       "metRunning": true
         *     }
         * @example {
         *       "outcome": "dismissed",
         *       "cause": "licensed-process",
         *       "note": "有感应熔炼许可",
         *       "holdUntil": "2027-05-31"
         *     }
         */
        OutcomeRequestInput: {
            outcome: components["schemas"]["ChargeOutcomeInput"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCauseInput"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            /**
             * Format: date
             * @description Of a dismissed charge: last day it keeps its signature from opening a case; 12 months unless told
             */
            holdUntil?: string;
            /** @description Of a dismissed charge: up to which power it does, kW; 1.3 times its own unless told */
            holdKw?: number;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        OutcomeAnswerInput: {
            case: components["schemas"]["CaseInput"];
            outcome: components["schemas"]["RecordedOutcomeInput"];
            /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
            undoableUntil: string | null;
        };
        BoardAnswerInput: {
            rows: components["schemas"]["BoardRowInput"][];
            /** @description By outcomes of the period, of the versions that judge now */
            advice: components["schemas"]["ThresholdAdviceInput"][];
        };
        /** @enum {string} */
        TimedStateInput: "to-check" | "on-site" | "to-review" | "reported" | "acknowledged" | "handling" | "answered";
        /**
         * @example {
         *       "workingDays": 5,
         *       "reason": "按市专班要求"
         *     }
         */
        DeadlineBodyInput: {
            workingDays: number;
            reason: string;
        };
        DeadlineInput: {
            state: components["schemas"]["TimedStateInput"];
            workingDays: number;
            /** @description null: ours, for the authority to set */
            setBy: string | null;
            setAt: string | null;
        };
        DeadlineAnswerInput: {
            deadline: components["schemas"]["DeadlineInput"];
        };
        DeadlineListInput: {
            deadlines: components["schemas"]["DeadlineInput"][];
        };
        /** @enum {string} */
        OverdueByInput: "district" | "state" | "supplyUnit";
        OverdueRowInput: {
            /** @description Code of the district that was told, else of the customer; state; 供电单位 */
            key: string;
            open: number;
            /** @description Due within one working day */
            dueSoon: number;
            overdue: number;
            /** @description Pressed for (督办) */
            urged: number;
            levels: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description Attributable energy, kWh; null: not for who asks */
            stakeKwh: number | null;
            /** @description The same at the proposed tiers, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description The case that is overdue longest */
            oldest: {
                number: string;
                /** @description Working days begun since it was due */
                days: number;
            } | null;
        };
        OverdueBoardInput: {
            rows: components["schemas"]["OverdueRowInput"][];
        };
        /** @enum {string} */
        ExportFormatInput: "csv" | "xlsx";
        AuditRootInput: {
            /**
             * Format: date
             * @description Of the plant (Asia/Shanghai)
             */
            day: string;
            /** @description Links that lie in the day */
            links: number;
            /** @description SHA-256 over "chain\nsequence\nhash\n" of each link, by chain and sequence */
            linksHash: string;
            /** @description Of the root of the day before; of the first root 64 zeros */
            previousHash: string;
            /** @description SHA-256 over the JSON of day (counted from 1970-01-01), links, links_hash, made_at, previous_hash */
            hash: string;
            /** Format: date-time */
            madeAt: string;
        };
        AuditRootPageInput: {
            roots: components["schemas"]["AuditRootInput"][];
            next: string | null;
        };
        AuditFaultInput: {
            /** @description Id of the chain; "roots" for the roots of the days */
            chain: string;
            /** @description Of the link; null: of the chain as a whole, or of a root */
            sequence: number | null;
            /** @description Of the root; null: of a link */
            day: string | null;
            /** @enum {string} */
            at: "sequence" | "previous-hash" | "hash" | "head" | "owner-head" | "root-missing" | "root-links" | "root-previous-hash" | "root-hash";
            stored: string;
            rebuilt: string;
        };
        AuditVerificationInput: {
            whole: boolean;
            chains: number;
            links: number;
            roots: number;
            /** @description The last day that has a root */
            sealedTo: string | null;
            /** @description The first of them */
            faults: components["schemas"]["AuditFaultInput"][];
            faultsInAll: number;
        };
        AuditPageInput: {
            entries: components["schemas"]["AuditEntryInput"][];
            next: string | null;
        };
        MessageHeadersInput: {
            /**
             * @description secondary: the registry’s multiplier of the day applies; primary when absent
             * @enum {string}
             */
            side?: "primary" | "secondary";
            /**
             * @description 00:00: the first point of a day row ends at the midnight that opens the day
             * @enum {string}
             */
            "first-point"?: "00:15" | "00:00";
            /**
             * @description judge: a backfill, whose days are judged again however late they come
             * @enum {string}
             */
            late?: "store" | "judge";
        };
        RejectedHeadersInput: {
            reason: components["schemas"]["RejectReasonInput"];
            /** @description One sentence for a person */
            detail: string;
            /** @description topic/partition/offset it was read from, or who sent it by HTTP */
            source: string;
            /** @description Bytes it had; it was too large for the topic, which has its beginning and none of its other headers */
            cut?: string;
        };
        /**
         * @example {
         *       "meterId": "DEMO-0005",
         *       "date": "2026-11-24",
         *       "kw": [
         *         411.77,
         *         420.63,
         *         422.72,
         *         412.3,
         *         407.72,
         *         413.78,
         *         412.6,
         *         410.43,
         *         418.43,
         *         411.09,
         *         410.99,
         *         431.47,
         *         423.31,
         *         411.62,
         *         424.04,
         *         408.05,
         *         406.03,
         *         418.11,
         *         419.54,
         *         422.09,
         *         416.64,
         *         405.34,
         *         417.28,
         *         405.33
         *       ]
         *     }
         */
        DayRowInput: {
            meterId: string;
            /**
             * Format: date
             * @description Plant day
             */
            date: string;
            /** @description Mean active power of each interval, kW; 96, 48 or 24 of them */
            kw: (number | null)[];
            /** @description Mean reactive power, as many */
            kvar?: (number | null)[] | null;
            /** @description A higher revision wins its slots */
            revision?: number | null;
        };
        /**
         * @example {
         *       "meterId": "DEMO-0054",
         *       "date": "2026-11-24",
         *       "total": 70218.4,
         *       "valley": 41022.7,
         *       "maxKw": 523.2
         *     }
         */
        DailyRegisterInput: {
            meterId: string;
            /**
             * Format: date
             * @description Plant day; its registers are those of the midnight that ends it
             */
            date: string;
            /** @description Forward active energy 正向有功总, kWh */
            total: number;
            /** @description 尖, kWh */
            sharp?: number | null;
            /** @description 峰, kWh */
            peak?: number | null;
            /** @description 平, kWh */
            flat?: number | null;
            /** @description 谷, kWh */
            valley?: number | null;
            /** @description Highest demand of the day, kW */
            maxKw?: number | null;
            /** @description When it was reached */
            maxKwAt?: string | null;
            /** @description A higher revision wins the day */
            revision?: number | null;
        };
        /** @enum {string} */
        FileMediaTypeInput: "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "video/mp4" | "text/csv" | "text/plain" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        CaseFileInput: {
            id: string;
            caseId: string;
            name: string;
            /** @description As its bytes show */
            mediaType: components["schemas"]["FileMediaTypeInput"];
            bytes: number;
            sha256: string;
            note: string;
            /** @description Whether districts that see the case see it */
            shared: boolean;
            uploadedBy: string;
            /** Format: date-time */
            uploadedAt: string;
            /** @description A withdrawn file is kept; districts see it no more */
            withdrawnAt: string | null;
        };
        FileAnswerInput: {
            file: components["schemas"]["CaseFileInput"];
        };
        FileListInput: {
            files: components["schemas"]["CaseFileInput"][];
        };
        /**
         * @example {
         *       "reason": "误传"
         *     }
         */
        WithdrawBodyInput: {
            reason: string;
        };
        /** @enum {string} */
        CaseSortInput: "priority" | "opened" | "number" | "level" | "due";
        /** @enum {string} */
        SortOrderInput: "asc" | "desc";
        /** @description Whom it is assigned to, its sleep, stake and priority stay inside: null for a government. */
        CaseSummaryInput: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseStateInput"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSourceInput"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string | null;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            stakeYuan: (number | null) | null;
            priority: (number | null) | null;
            /** @description Of its highest charge */
            level: components["schemas"]["LevelInput"] | null;
            charges: {
                signature: components["schemas"]["SignatureInput"];
                level: components["schemas"]["LevelInput"];
                score: number;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
            }[];
        };
        CasePageInput: {
            cases: components["schemas"]["CaseSummaryInput"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
            /** @description Only when asked with count=true */
            total?: number;
        };
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "signature": "crypto-mining",
         *       "source": "tip",
         *       "note": "群众举报：夜间风机噪声大"
         *     }
         */
        CaseByHandInput: {
            /** @description 户号, which the registry must hold */
            customerId: string;
            signature: components["schemas"]["SignatureInput"];
            /** @enum {string} */
            source: "tip" | "survey" | "inspection";
            /** @default yellow */
            level: components["schemas"]["LevelInput"];
            /** @description What was said or seen; name no tipster */
            note: string;
            /** @description Metering point it is about; the first of the customer unless told */
            pointId?: string;
        };
        CaseAnswerInput: {
            case: components["schemas"]["CaseInput"];
        };
        /**
         * @example {
         *       "with": [
         *         "2026-00006"
         *       ],
         *       "reason": "同一厂区，并案"
         *     }
         */
        MergeBodyInput: {
            with: string[];
            reason: string;
        };
        /**
         * @example {
         *       "member": "2026-00006",
         *       "reason": "分属两户"
         *     }
         */
        SplitBodyInput: {
            /** @description Number or id of a case */
            member: string;
            reason: string;
        };
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "owner": "演示·长寿供电 客户服务部",
         *       "reason": "经备案的数据中心",
         *       "document": "渝发改备〔2026〕112号",
         *       "until": "2027-05-26"
         *     }
         */
        KnownGoodBodyInput: {
            /** @description 户号 */
            customerId: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["SignatureInput"] | null;
            /** @description Who answers for it */
            owner: string;
            reason: string;
            /** @description Number and title of what it rests on */
            document: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
        };
        /** @enum {string} */
        KnownGoodStateInput: "proposed" | "active" | "refused" | "ended" | "over";
        KnownGoodInput: {
            /** @description 户号 */
            customerId: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["SignatureInput"] | null;
            /** @description Who answers for it */
            owner: string;
            reason: string;
            /** @description Number and title of what it rests on */
            document: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
            id: string;
            state: components["schemas"]["KnownGoodStateInput"];
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            endedBy: string | null;
            endedAt: string | null;
            endReason: string;
        };
        KnownGoodAnswerInput: {
            knownGood: components["schemas"]["KnownGoodInput"];
        };
        KnownGoodPageInput: {
            knownGood: components["schemas"]["KnownGoodInput"][];
            next: string | null;
        };
        KnownGoodPreviewInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Current findings at or above the lowest threshold */
            findings: {
                signature: components["schemas"]["SignatureInput"];
                count: number;
                /** Format: date */
                firstDay: string;
                /** Format: date */
                lastDay: string;
                highestScore: number;
            }[];
            /** @description Open charges: an entry leaves them as they are */
            cases: {
                number: string;
                state: components["schemas"]["CaseStateInput"];
                signature: components["schemas"]["SignatureInput"];
                level: components["schemas"]["LevelInput"];
            }[];
        };
        KnownGoodNoteInput: {
            id: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["SignatureInput"] | null;
            /** @description Who answers for it */
            owner: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
            /** @description Current findings that open no case because of it */
            hides: number;
        };
        ChargeHoldInput: {
            zh: string;
            en: string;
            /** Format: date */
            until: string;
            /** @description Attributable power that opens one all the same, kW */
            unlessKwAbove: number | null;
        };
        FormerAnswerInput: {
            zh: string;
            en: string;
            /** @description Of the closed case */
            number: string;
            outcome: components["schemas"]["ChargeOutcomeInput"];
            /** Format: date-time */
            closedAt: string;
            /**
             * Format: date
             * @description Last day the answer held
             */
            until: string;
            /** @description Up to which power, kW; null: whatever the power */
            unlessKwAbove: number | null;
            /** @description holds: it keeps findings from opening one, yet the case is there; null: nothing carries the charge */
            why: ("grown" | "registry-changed" | "ended" | "holds") | null;
        };
        CaseMemberInput: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            charges: {
                signature: components["schemas"]["SignatureInput"];
                level: components["schemas"]["LevelInput"];
                score: number;
                /**
                 * @description Valid on the judged day; sets the level
                 * @default null
                 */
                criterion: {
                    id: string;
                    yellowFrom: number;
                    orangeFrom: number;
                    redFrom: number;
                    closeBelow: number;
                } | null;
                pointId: string;
                /** @description The finding this charge rests on; null: on the word of a person alone */
                findingId: string | null;
                /**
                 * @description Where a person opened it
                 * @default null
                 */
                byHand: components["schemas"]["ByHandInput"] | null;
                /**
                 * Format: date
                 * @description The day that finding judged
                 */
                day: string;
                /**
                 * Format: date
                 * @description The first day that finding looked at
                 */
                windowFrom: string;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
                evidence: {
                    /** @description Stable kebab-case name */
                    name: string;
                    value: number | string;
                    /** @description kW, kWh, %, heats/day, … or empty */
                    unit: string;
                    /** @description The usual range of a legal load, with unit */
                    normal?: string;
                    /** @description The same in Chinese, where it has words */
                    normalZh?: string;
                    zh: string;
                    en: string;
                    /** @description For (above 0) or against (below 0) the accusation */
                    weight: number;
                    /** @description Its value with the unit, in words */
                    amount: {
                        zh: string;
                        en: string;
                    };
                }[];
                innocent: components["schemas"]["InnocentExplanationInput"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @default [] */
                dates: components["schemas"]["DatedHoursInput"][];
                /** @default [] */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindowInput"] | null;
                attributableKw: number;
                attributableKwh: number;
                /** @default null */
                peers: components["schemas"]["PeerReferenceInput"] | null;
                /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
                unsupported: boolean;
                tier: {
                    ruleId: string;
                    /** @default 1 */
                    ruleVersion: number;
                    category: string;
                    /** @description Exact decimal, yuan/kWh */
                    yuanPerKwh: string;
                    documentNo: string | null;
                    documentTitle: string | null;
                    effectiveFrom: string | null;
                    sourceStatus: components["schemas"]["SourceStatusInput"];
                    verification: string;
                    /** @description 拟适用, with 标准待核 when the amount is not verified */
                    label: string;
                    appliesTo: string | null;
                    /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
                    firstMeasure: string | null;
                    /** Format: date */
                    asOf: string;
                    /** @description The verification in words: in either language of the rules that come with the program */
                    verified: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @description As of now while the case is to be checked, as of its submission afterwards */
                estimate: components["schemas"]["SurchargeEstimateInput"] | null;
                /** @description What its level means: the share a check on site would confirm */
                expectation: {
                    zh: string;
                    en: string;
                };
                /** @description From stored scores; null while no day reaches yellow */
                standing: components["schemas"]["StandingInput"] | null;
                outcomes: components["schemas"]["RecordedOutcomeInput"][];
                hold: components["schemas"]["ChargeHoldInput"] | null;
                /** @description Oldest first */
                former: components["schemas"]["FormerAnswerInput"][];
            }[];
        };
        CaseDecisionInput: {
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategoryInput"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            id: string;
            caseNumber: string;
            /** @description Inclusive; null: until further notice; before "from": never */
            lastDay: string | null;
            /** @description The line that ended it early */
            endedBy: string | null;
            document: components["schemas"]["DecisionDocumentInput"];
            /** Format: date-time */
            releasedAt: string;
        };
        CaseViewInput: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseStateInput"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSourceInput"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            /** @description Attributable energy of its charges at the tiers they propose, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description Likelihood × yuan; null: not for who asks */
            priority: number | null;
            charges: {
                signature: components["schemas"]["SignatureInput"];
                level: components["schemas"]["LevelInput"];
                score: number;
                /**
                 * @description Valid on the judged day; sets the level
                 * @default null
                 */
                criterion: {
                    id: string;
                    yellowFrom: number;
                    orangeFrom: number;
                    redFrom: number;
                    closeBelow: number;
                } | null;
                pointId: string;
                /** @description The finding this charge rests on; null: on the word of a person alone */
                findingId: string | null;
                /**
                 * @description Where a person opened it
                 * @default null
                 */
                byHand: components["schemas"]["ByHandInput"] | null;
                /**
                 * Format: date
                 * @description The day that finding judged
                 */
                day: string;
                /**
                 * Format: date
                 * @description The first day that finding looked at
                 */
                windowFrom: string;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
                evidence: {
                    /** @description Stable kebab-case name */
                    name: string;
                    value: number | string;
                    /** @description kW, kWh, %, heats/day, … or empty */
                    unit: string;
                    /** @description The usual range of a legal load, with unit */
                    normal?: string;
                    /** @description The same in Chinese, where it has words */
                    normalZh?: string;
                    zh: string;
                    en: string;
                    /** @description For (above 0) or against (below 0) the accusation */
                    weight: number;
                    /** @description Its value with the unit, in words */
                    amount: {
                        zh: string;
                        en: string;
                    };
                }[];
                innocent: components["schemas"]["InnocentExplanationInput"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @default [] */
                dates: components["schemas"]["DatedHoursInput"][];
                /** @default [] */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindowInput"] | null;
                attributableKw: number;
                attributableKwh: number;
                /** @default null */
                peers: components["schemas"]["PeerReferenceInput"] | null;
                /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
                unsupported: boolean;
                tier: {
                    ruleId: string;
                    /** @default 1 */
                    ruleVersion: number;
                    category: string;
                    /** @description Exact decimal, yuan/kWh */
                    yuanPerKwh: string;
                    documentNo: string | null;
                    documentTitle: string | null;
                    effectiveFrom: string | null;
                    sourceStatus: components["schemas"]["SourceStatusInput"];
                    verification: string;
                    /** @description 拟适用, with 标准待核 when the amount is not verified */
                    label: string;
                    appliesTo: string | null;
                    /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
                    firstMeasure: string | null;
                    /** Format: date */
                    asOf: string;
                    /** @description The verification in words: in either language of the rules that come with the program */
                    verified: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @description As of now while the case is to be checked, as of its submission afterwards */
                estimate: components["schemas"]["SurchargeEstimateInput"] | null;
                /** @description What its level means: the share a check on site would confirm */
                expectation: {
                    zh: string;
                    en: string;
                };
                /** @description From stored scores; null while no day reaches yellow */
                standing: components["schemas"]["StandingInput"] | null;
                outcomes: components["schemas"]["RecordedOutcomeInput"][];
                hold: components["schemas"]["ChargeHoldInput"] | null;
                /** @description Oldest first */
                former: components["schemas"]["FormerAnswerInput"][];
            }[];
            /** @description Cases that were merged into it */
            members: components["schemas"]["CaseMemberInput"][];
            /** @description Entries that hide findings of the customer */
            knownGood: components["schemas"]["KnownGoodNoteInput"][];
            feedback: components["schemas"]["RecordedFeedbackInput"][];
            /** @description What stands of the decisions that name it or a member of it; of who may read pricing */
            decisions: components["schemas"]["CaseDecisionInput"][];
            /** @description What the account asking may do with it now */
            next: components["schemas"]["CaseActionInput"][];
        };
        /** @enum {string} */
        EndpointStateInput: "on" | "warned" | "off";
        /** @enum {string} */
        EndpointOffReasonInput: "gone" | "failing" | "person";
        /**
         * @example {
         *       "districtCode": "500107",
         *       "url": "https://alerts.jiulongpo.example/dianshao",
         *       "level": "orange",
         *       "note": "经信委值班系统"
         *     }
         */
        EndpointBodyInput: {
            districtCode: string;
            /**
             * @description Only alerts of cases that are passed to it; empty: all of the district
             * @default
             */
            department: string;
            /** Format: uri */
            url: string;
            /**
             * @description Which alerts it wants; empty: all
             * @default []
             */
            types: components["schemas"]["AlertTypeInput"][];
            /**
             * @description Alerts that name one of these; empty: of any. What names none is wanted too
             * @default []
             */
            signatures: components["schemas"]["SignatureInput"][];
            /**
             * @description The lowest level of the highest charge
             * @default yellow
             */
            level: components["schemas"]["LevelInput"];
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "url": "https://alerts.jiulongpo.example/v2",
         *       "reason": "系统迁移"
         *     }
         */
        EndpointChangeInput: {
            /** Format: uri */
            url?: string;
            types?: components["schemas"]["AlertTypeInput"][];
            signatures?: components["schemas"]["SignatureInput"][];
            level?: components["schemas"]["LevelInput"];
            note?: string;
            /** @default  */
            reason: string;
        };
        EndpointInput: {
            id: string;
            districtCode: string;
            /** @description Empty: the whole district */
            department: string;
            /** @description To districts its origin alone */
            url: string;
            /** @description Empty: all */
            types: components["schemas"]["AlertTypeInput"][];
            /** @description Empty: all */
            signatures: components["schemas"]["SignatureInput"][];
            level: components["schemas"]["LevelInput"];
            /** @description Empty to districts, as is who made it */
            note: string;
            state: components["schemas"]["EndpointStateInput"];
            offReason: components["schemas"]["EndpointOffReasonInput"] | null;
            /** @description The first failure after the last success */
            failingSince: string | null;
            lastSuccessAt: string | null;
            /** @description Until then the secret before the rotation signs besides */
            oldSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
        };
        EndpointHealthInput: {
            endpoint: components["schemas"]["EndpointInput"];
            /** @description Alerts that wait for it */
            waiting: number;
            /** @description When the oldest of them was made */
            oldestWaitingAt: string | null;
            /** @description Alerts that were given up there */
            givenUp: number;
            /** @description The last 20, newest first */
            attempts: components["schemas"]["AlertAttemptInput"][];
        };
        EndpointPageInput: {
            endpoints: components["schemas"]["EndpointInput"][];
            next: string | null;
        };
        EndpointAnswerInput: {
            endpoint: components["schemas"]["EndpointInput"];
        };
        EndpointSecretInput: {
            endpoint: components["schemas"]["EndpointInput"];
            /** @description Shown this once: the receiver verifies with it; null when a request is sent again */
            secret: string | null;
        };
        EndpointTestInput: {
            webhookId: string;
            /** Format: date-time */
            at: string;
            /** @description HTTP status, null when no answer came */
            status: number | null;
            error: string | null;
            durationMs: number;
            /** @description Whether an alert would have been delivered */
            ok: boolean;
        };
        /**
         * @example {
         *       "from": "2026-11-20T00:00:00+08:00",
         *       "to": "2026-11-27T00:00:00+08:00",
         *       "reason": "接收系统重装，数据丢失"
         *     }
         */
        ReplayRangeInput: {
            /**
             * Format: date-time
             * @description Made at this instant or later
             */
            from: string;
            /**
             * Format: date-time
             * @description Made before this instant
             */
            to: string;
            reason: string;
        };
        CaseEventInput: {
            /** @description Number for people, such as 2026-00012 */
            number: string;
            version: number;
            state: components["schemas"]["CaseStateInput"];
            /** @description Who did it; not told outside the grid company */
            actor?: string;
            /** Format: date-time */
            at: string;
            /** @description Of the charge it is about */
            signature?: string;
            /** @description For whom a comment or a file is */
            audience?: string;
        };
        EndpointEventInput: {
            endpointId: string;
            districtCode: string;
            /** @description The first failure after the last success */
            failingSince: string | null;
            offReason: components["schemas"]["EndpointOffReasonInput"] | null;
            /** Format: date-time */
            at: string;
        };
        /**
         * @example {
         *       "from": "2026-11-01",
         *       "to": "2026-11-30"
         *     }
         */
        HandOverBodyInput: {
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
        };
        HandOverFileInput: {
            /** @constant */
            format: "dianshao-hand-over-1";
            id: string;
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
            /** @constant */
            timeZone: "Asia/Shanghai";
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            /** @description The hand-over before, so that none can be left out unseen */
            previous: {
                id: string;
                sha256: string;
            } | null;
            lines: {
                /** @enum {string} */
                mark: "new" | "changed" | "ended" | "unchanged";
                entryId: string;
                /** @description 户号 */
                customerId: string;
                /** @description By the registry; empty: it does not know the customer */
                customerName: string;
                /** @description By the registry; empty: it does not know the customer */
                districtCode: string;
                /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                industry: string;
                category: components["schemas"]["TariffCategoryInput"];
                /**
                 * @description 档, where the rule takes it from the decision
                 * @default null
                 */
                step: number | null;
                /**
                 * @description Line or 工序, where the rule goes by one
                 * @default
                 */
                line: string;
                /**
                 * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
                 * @default []
                 */
                pointIds: string[];
                /**
                 * Format: date
                 * @description 执行起始日期
                 */
                from: string;
                /** @description 执行截止日期, the last day; null: until further notice */
                to: string | null;
                /** @description false: another line replaced it from its beginning; what was levied by it is to be taken back */
                holds: boolean;
                /** @description Of the days of the period; none where it holds on no day of it */
                rates: {
                    /** Format: date */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day
                     */
                    to: string;
                    yuanPerKwh: string;
                    /** @description The rule the amount follows; null: the decision itself names it */
                    rule: {
                        id: string;
                        version: number;
                        documentNo: string | null;
                        documentTitle: string | null;
                        sourceStatus: components["schemas"]["SourceStatusInput"];
                        floats: boolean;
                        appliesTo: string | null;
                    } | null;
                }[];
                document: components["schemas"]["DecisionDocumentInput"];
                /** @description What ended it before its own last day, or replaced it */
                endedBy: {
                    entryId: string;
                    /** @enum {string} */
                    action: "end" | "correct";
                    document: components["schemas"]["DecisionDocumentInput"];
                } | null;
            }[];
            withheld: {
                entryId: string;
                customerId: string;
                customerName: string;
                category: string;
                /**
                 * Format: date
                 * @description First day of the period for which it is withheld
                 */
                from: string;
                /** Format: date */
                to: string;
                /** @description Whether the entry stood in an earlier hand-over */
                toldBefore: boolean;
                documentNo: string;
                /** @description From the closed list of gaps of a rate */
                reason: string;
                sentence: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        HandOverInput: {
            id: string;
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            lines: number;
            withheld: number;
            previous: string | null;
            /** @description By which key of /v1/pricing/keys it is signed */
            keyId: string;
            sha256: {
                json: string;
                csv: string;
            };
            receipt: {
                receivedBy: string;
                /** Format: date-time */
                receivedAt: string;
                /** @description Of the file that was received */
                sha256: string;
                note: string;
            } | null;
        };
        HandOverAnswerInput: {
            handOver: components["schemas"]["HandOverInput"];
        };
        HandOverPageInput: {
            /** @description The newest first */
            handOvers: components["schemas"]["HandOverInput"][];
            next: string | null;
        };
        /**
         * @example {
         *       "sha256": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *       "note": "已导入"
         *     }
         */
        HandOverReceiptBodyInput: {
            /** @description Of the file as it arrived, JSON or CSV */
            sha256: string;
            /** @default  */
            note: string;
        };
        KeySetInput: {
            /** @description The newest first; old ones stay */
            keys: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint */
                kid: string;
                /** @constant */
                use: "sig";
                /** @constant */
                alg: "EdDSA";
            }[];
        };
        /**
         * @example {
         *       "reason": "例行更换"
         *     }
         */
        KeyBodyInput: {
            reason: string;
        };
        KeyAnswerInput: {
            key: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint */
                kid: string;
                /** @constant */
                use: "sig";
                /** @constant */
                alg: "EdDSA";
            };
        };
        /** @enum {string} */
        RuleVerdictInput: "applies" | "other-industry" | "other-category" | "elsewhere" | "no-amount" | "no-start" | "not-yet" | "over" | "plan-to-come" | "other-line" | "commissioning-unknown" | "commissioned-otherwise" | "less-local" | "every-industry" | "older-plan" | "earlier-rule" | "no-decision";
        /** @enum {string} */
        RateGapInput: "no-rule" | "from-memory" | "no-step" | "unknown-step" | "no-assessment" | "no-limit" | "no-threshold";
        SurenessInput: "decision" | components["schemas"]["SourceStatusInput"];
        RuleConsideredInput: {
            ruleId: string;
            version: number;
            jurisdiction: string;
            category: components["schemas"]["TariffCategoryInput"];
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            label: string;
            verdict: components["schemas"]["RuleVerdictInput"];
            why: {
                zh: string;
                en: string;
            };
        };
        StandingLineInput: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategoryInput"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            document: components["schemas"]["DecisionDocumentInput"];
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
            /** @description Last day it holds; null: until further notice */
            lastDay: string | null;
            /** @description The line that ended it early; null: none did */
            endedBy: string | null;
        };
        TierInForceInput: {
            entry: components["schemas"]["StandingLineInput"];
            /** @description Whose rules were looked at, the most local first */
            jurisdictions: string[];
            /** @description Exact decimal, added to each kWh; null: see gap */
            yuanPerKwh: string | null;
            /** @description How it was reckoned */
            working: {
                zh: string;
                en: string;
            }[];
            gap: components["schemas"]["RateGapInput"] | null;
            /** @description Why the amount is not known, and what to enter */
            toEnter: {
                zh: string;
                en: string;
            } | null;
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            ruleDocumentTitle: string | null;
            sourceStatus: components["schemas"]["SurenessInput"];
            /** @description How surely the amount is known, such as 依据二手来源 */
            label: string;
            /** @description What of the rule was seen where, and what is from memory */
            verification: string;
            /** @description The verification in words: in either language of the rules that come with the program */
            verified: {
                zh: string;
                en: string;
            };
        };
        TierProposalInput: {
            caseId: string;
            caseNumber: string;
            signature: string;
            industry: string;
            category: string;
            yuanPerKwh: string;
            ruleId: string;
            ruleVersion: number;
            documentNo: string | null;
            documentTitle: string | null;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            /** @description 拟适用, with 标准待核 when the amount is from memory */
            label: string;
            /** Format: date */
            asOf: string;
        };
        CustomerPlaceInput: {
            customerName: string;
            districtCode: string;
            /** @description null: the code was of no district that day */
            districtName: string | null;
            supplyUnit: string;
            industryCode: string;
            /** @enum {string} */
            industryEdition: "2011" | "2017";
            /**
             * @description Whether its entry holds that day, or is the last before or the first after it
             * @enum {string}
             */
            registry: "on-day" | "before" | "after";
            jurisdictions: string[];
            /** @description Why no district is among them; ambiguous: several took its land over */
            withoutDistrict: ("unknown" | "ambiguous") | null;
        };
        TierAnswerInput: {
            customerId: string;
            /** Format: date */
            day: string;
            knownAt: string | null;
            /** @description null: the registry never had it */
            place: components["schemas"]["CustomerPlaceInput"] | null;
            sentence: {
                zh: string;
                en: string;
            };
            inForce: components["schemas"]["TierInForceInput"][];
            /** @description By open cases only: nothing is levied on them */
            proposed: components["schemas"]["TierProposalInput"][];
            /** @description Which industries concern the customer, and by what */
            industries: {
                industry: string;
                /** @enum {string} */
                by: "decision" | "case" | "registry";
                why: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description Rules of these industries and of every industry */
            considered: components["schemas"]["RuleConsideredInput"][];
            /** @description How many rules of other industries there are */
            otherRules: number;
        };
        /**
         * @example {
         *       "districtCode": "500107",
         *       "department": "经信委",
         *       "from": "2026-11-20",
         *       "to": "2026-11-27"
         *     }
         */
        LetterBodyInput: {
            districtCode: string;
            /**
             * @description Of the district; empty: the government itself
             * @default
             */
            department: string;
            /**
             * Format: date
             * @description First plant day of the alerts
             */
            from?: string;
            /**
             * Format: date
             * @description Last plant day of the alerts, inclusive
             */
            to?: string;
            alertIds?: string[];
        };
        /**
         * @example {
         *       "receivedOn": "2026-11-30",
         *       "receivedBy": "九龙坡区经信委 办公室",
         *       "documentNo": "九经信函〔2026〕31号"
         *     }
         */
        LetterReceiptBodyInput: {
            /**
             * Format: date
             * @description Plant day it was signed for
             */
            receivedOn: string;
            /** @description 签收单位或签收人 */
            receivedBy: string;
            /**
             * @description 文号 of the answer, where it has one
             * @default
             */
            documentNo: string;
        };
        LetterReceiptInput: {
            /**
             * Format: date
             * @description Plant day it was signed for
             */
            receivedOn: string;
            /** @description 签收单位或签收人 */
            receivedBy: string;
            /**
             * @description 文号 of the answer, where it has one
             * @default
             */
            documentNo: string;
            enteredBy: string;
            /** Format: date-time */
            enteredAt: string;
        };
        LetterInput: {
            id: string;
            /** @description 字号 on the letter */
            number: string;
            districtCode: string;
            department: string;
            alertIds: string[];
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            /** @description Of the file, to the byte */
            sha256: string;
            receipt: components["schemas"]["LetterReceiptInput"] | null;
        };
        LetterAnswerInput: {
            letter: components["schemas"]["LetterInput"];
        };
        ReceiptAnswerInput: {
            letter: components["schemas"]["LetterInput"];
            /** @description Numbers of the cases that are acknowledged by it */
            acknowledged: string[];
            /** @description Cases it lists that stay where they are, and why */
            unmoved: {
                caseNumber: string;
                detail: string;
            }[];
        };
        LetterPageInput: {
            letters: components["schemas"]["LetterInput"][];
            next: string | null;
        };
        /**
         * @example {
         *       "cidr": "10.20.0.0/16",
         *       "reason": "区电子政务外网接入函〔2026〕3号"
         *     }
         */
        NetworkBodyInput: {
            /** @description An address and a length: 10.20.0.0/16 */
            cidr: string;
            /** @description Who is reached there, and what allows it */
            reason: string;
        };
        NetworkInput: {
            /** @description An address and a length: 10.20.0.0/16 */
            cidr: string;
            /** @description Who is reached there, and what allows it */
            reason: string;
            id: string;
            by: string;
            /** Format: date-time */
            at: string;
            endedBy: string | null;
            /** @description null: it is open */
            endedAt: string | null;
            endReason: string;
        };
        /**
         * @example {
         *       "network": {
         *         "id": "network-000001",
         *         "cidr": "10.20.0.0/16",
         *         "reason": "区电子政务外网接入函〔2026〕3号",
         *         "by": "operator",
         *         "at": "2026-11-27T08:30:00.000Z",
         *         "endedBy": null,
         *         "endedAt": null,
         *         "endReason": ""
         *       }
         *     }
         */
        NetworkAnswerInput: {
            network: components["schemas"]["NetworkInput"];
        };
        /**
         * @example {
         *       "networks": [
         *         {
         *           "id": "network-000001",
         *           "cidr": "10.20.0.0/16",
         *           "reason": "区电子政务外网接入函〔2026〕3号",
         *           "by": "operator",
         *           "at": "2026-11-27T08:30:00.000Z",
         *           "endedBy": null,
         *           "endedAt": null,
         *           "endReason": ""
         *         }
         *       ],
         *       "next": null
         *     }
         */
        NetworkPageInput: {
            /** @description Ended ones too */
            networks: components["schemas"]["NetworkInput"][];
            next: string | null;
        };
        /** @enum {string} */
        VerdictInput: "identical" | "different" | "cannot";
        DifferenceInput: {
            /** @description Path of the value, such as evidence.2.value or 2026-11-03.meanKw */
            at: string;
            stored: string;
            rebuilt: string;
        };
        VerificationCheckInput: {
            /** @enum {string} */
            name: "readings" | "finding" | "charge" | "tier" | "estimate" | "case" | "audit" | "alert";
            /** @description The charge it is of; null for the whole case */
            signature: components["schemas"]["SignatureInput"] | null;
            verdict: components["schemas"]["VerdictInput"];
            /** @description What was made anew of what, or why it cannot be */
            sentence: {
                zh: string;
                en: string;
            };
            differences: components["schemas"]["DifferenceInput"][];
        };
        VerificationInput: {
            caseId: string;
            caseNumber: string;
            caseVersion: number;
            /** @description different where one check is; else cannot where one cannot be done */
            verdict: components["schemas"]["VerdictInput"];
            checks: components["schemas"]["VerificationCheckInput"][];
        };
        PriceTableAnswerInput: {
            /** @description null of a dry run: nothing is written */
            change: components["schemas"]["PriceChangeInput"] | null;
            /** @description Below the heading */
            rows: number;
            /** @description Of a dry run, 10,000 at most; a table with faults is refused, and nothing of it taken in */
            faults: components["schemas"]["PriceFaultInput"][];
            faultCount: number;
            /** @description What may be so, and somebody should look at; 10,000 at most */
            warnings: components["schemas"]["PriceFaultInput"][];
            /** @description null while there are faults */
            effect: components["schemas"]["PriceChangeEffectInput"] | null;
            /** @description The first 20 rows that were understood */
            understood: components["schemas"]["PriceChangeContentInput"] | null;
        };
        RuleRowInput: {
            ruleId: string;
            version: number;
            jurisdiction: string;
            jurisdictionName: string;
            industries: string[];
            category: components["schemas"]["TariffCategoryInput"];
            /** @description Exact decimal of a flat amount; null: see amount */
            yuanPerKwh: string | null;
            /** @description What is added that day, in words */
            amount: {
                zh: string;
                en: string;
            };
            /** @description Whether it floats with the time of use */
            floats: boolean;
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            planYear: number | null;
            sourceStatus: components["schemas"]["SourceStatusInput"];
            label: string;
            verification: string;
            /** @description The verification in words: in either language of the rules that come with the program */
            verified: {
                zh: string;
                en: string;
            };
            changeId: string;
            /** Format: date-time */
            releasedAt: string;
        };
        RuleListPageInput: {
            /** Format: date */
            day: string;
            rules: components["schemas"]["RuleRowInput"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        RuleHistoryInput: {
            ruleId: string;
            /** @description In the order of their release */
            versions: {
                ruleId: string;
                version: number;
                jurisdiction: string;
                jurisdictionName: string;
                industries: string[];
                category: components["schemas"]["TariffCategoryInput"];
                /** @description Exact decimal of a flat amount; null: see amount */
                yuanPerKwh: string | null;
                /** @description What is added that day, in words */
                amount: {
                    zh: string;
                    en: string;
                };
                /** @description Whether it floats with the time of use */
                floats: boolean;
                appliesTo: string | null;
                documentNo: string | null;
                documentTitle: string | null;
                effectiveFrom: string | null;
                effectiveTo: string | null;
                planYear: number | null;
                sourceStatus: components["schemas"]["SourceStatusInput"];
                label: string;
                verification: string;
                /** @description The verification in words: in either language of the rules that come with the program */
                verified: {
                    zh: string;
                    en: string;
                };
                changeId: string;
                /** Format: date-time */
                releasedAt: string;
                source: string;
                note: string;
                /** @description Why days lie between the rule before it and this one */
                gapReason: string;
                /** @description May be proposed */
                enabled: boolean;
            }[];
            /** @description Of the version that counts; none: in force on no day */
            stretches: {
                /** Format: date */
                from: string;
                /** @description Last day; null: until further notice */
                to: string | null;
                amount: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        CustomerRowInput: {
            customerId: string;
            customerName: string;
            districtCode: string | null;
            districtName: string | null;
            supplyUnit: string;
            /** @enum {string} */
            status: "in-force" | "proposed";
            industry: string;
            category: string;
            step: number | null;
            line: string;
            /** @description None: all energy of the customer */
            pointIds: string[];
            /** @description Since when; null: only proposed */
            from: string | null;
            /** @description Last day; null: until further notice */
            until: string | null;
            /** @description Exact decimal of that day; null: see toEnter */
            yuanPerKwh: string | null;
            /** @description Why the amount is not known, and what to enter */
            toEnter: {
                zh: string;
                en: string;
            } | null;
            /** @description Of the decision; null: only proposed */
            documentNo: string | null;
            documentTitle: string | null;
            issuer: string | null;
            issuedOn: string | null;
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            sourceStatus: components["schemas"]["SurenessInput"];
            label: string;
            entryId: string | null;
            caseNumber: string | null;
        };
        CustomerListPageInput: {
            /** Format: date */
            day: string;
            customers: components["schemas"]["CustomerRowInput"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        ListDifferenceInput: {
            /** @description The rule; or the 户号 with industry, line and points */
            key: string;
            /** @enum {string} */
            change: "came" | "went" | "changed";
            /** @description What changed */
            fields: string[];
            before: (components["schemas"]["RuleRowInput"] | components["schemas"]["CustomerRowInput"]) | null;
            after: (components["schemas"]["RuleRowInput"] | components["schemas"]["CustomerRowInput"]) | null;
        };
        DifferencePageInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            differences: components["schemas"]["ListDifferenceInput"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        PriceRecordInput: {
            /** @enum {string} */
            kind: "entry" | "correction" | "exit" | "assessment" | "notice";
            id: string;
            changeId: string;
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
            entry: components["schemas"]["ReleasedEntryInput"] | null;
            assessment: components["schemas"]["ReleasedAssessmentInput"] | null;
            notice: components["schemas"]["SurchargeNoticeInput"] | null;
        };
        TierStretchInput: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            districtCode: string | null;
            /** @description None: on no list */
            tiers: {
                entryId: string;
                industry: string;
                category: components["schemas"]["TariffCategoryInput"];
                step: number | null;
                line: string;
                pointIds: string[];
                documentNo: string;
                yuanPerKwh: string | null;
                toEnter: {
                    zh: string;
                    en: string;
                } | null;
                ruleId: string | null;
                ruleVersion: number | null;
                sourceStatus: components["schemas"]["SurenessInput"];
                label: string;
            }[];
        };
        PriceHistoryInput: {
            customerId: string;
            place: components["schemas"]["CustomerPlaceInput"] | null;
            records: components["schemas"]["PriceRecordInput"][];
            /** @description From the first day of a decision to `to` */
            stretches: components["schemas"]["TierStretchInput"][];
        };
        /**
         * @example {
         *       "on": true,
         *       "reason": "区政府函〔2026〕18号"
         *     }
         */
        SwitchBodyInput: {
            on: boolean;
            reason: string;
        };
        ReleaseSwitchInput: {
            /** @description Releases name it */
            sequence: number;
            district: string;
            /** @description Of the highest charge of a case */
            level: components["schemas"]["LevelInput"];
            on: boolean;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        SwitchAnswerInput: {
            switch: components["schemas"]["ReleaseSwitchInput"];
        };
        SwitchListInput: {
            /** @description As they are now; a district and level not named is off */
            switches: components["schemas"]["ReleaseSwitchInput"][];
            /** @description Newest first, the last 500 */
            history: components["schemas"]["ReleaseSwitchInput"][];
        };
        /** @enum {string} */
        WatchReasonInput: "confirmed" | "red-card" | "production-stopped" | "suspended" | "account-closed" | "exited";
        /** @enum {string} */
        WatchPlaceInput: "customer" | "point" | "transformer" | "address";
        /**
         * @example {
         *       "reason": "red-card",
         *       "customerId": "9900000054",
         *       "document": "渝经信函〔2026〕41号"
         *     }
         */
        NewWatchInput: {
            /**
             * @default red-card
             * @enum {string}
             */
            reason: "confirmed" | "red-card";
            /**
             * @description 户号; its points, transformers and addresses are watched with it
             * @default
             */
            customerId: string;
            /** @default  */
            pointId: string;
            /** @default  */
            transformerId: string;
            /** @default  */
            address: string;
            /**
             * @description What was found there; null: not told
             * @default null
             */
            watchedFor: components["schemas"]["SignatureInput"] | null;
            /** @description First plant day; today unless told */
            since?: string | null;
            document: string;
            /** @default  */
            note: string;
        };
        WatchEntryInput: {
            id: string;
            reason: components["schemas"]["WatchReasonInput"];
            /**
             * @description registry: by its status alone, ended by it alone
             * @enum {string}
             */
            source: "registry" | "person" | "case";
            /** @description 户号; empty: a place alone */
            customerId: string;
            pointId: string;
            transformerId: string;
            address: string;
            watchedFor: components["schemas"]["SignatureInput"] | null;
            /** @description First plant day; null: the registry tells no day */
            since: string | null;
            /** @description First plant day it holds no more; null: until further notice */
            until: string | null;
            caseId: string | null;
            document: string;
            note: string;
            createdAt: string | null;
            createdBy: string;
            endedAt: string | null;
            endedBy: string | null;
            endReason: string | null;
        };
        WatchPageInput: {
            entries: components["schemas"]["WatchEntryInput"][];
            next: string | null;
        };
        WatchAnswerInput: {
            entry: components["schemas"]["WatchEntryInput"];
            /** @description The correction that has days judged again; null when no judged day is concerned */
            correctionId: number | null;
        };
        /**
         * @example {
         *       "reason": "设备已拆除"
         *     }
         */
        EndWatchBodyInput: {
            reason: string;
            /**
             * Format: date
             * @description First plant day it holds no more; today unless told
             */
            until?: string;
        };
        WatchImportAnswerInput: {
            /** @description false: a dry run, or faults */
            taken: boolean;
            added: number;
            /** @description Rows that are watched already */
            known: number;
            /** @description Nothing is taken while one is left */
            faults: {
                line: number;
                detail: string;
            }[];
            /** @description The first 200 rows as understood */
            entries: components["schemas"]["NewWatchInput"][];
            correctionId: number | null;
        };
        CaseWeekInput: {
            caseId: string;
            /** @description Of its highest charge */
            pointId: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The day the charge judged last
             */
            to: string;
            /** @description Mean power of each hour, kW; null: no reading */
            kw: (number | null)[];
        };
        CaseWeeksInput: {
            /** @description Of cases that are seen and have a curve */
            weeks: components["schemas"]["CaseWeekInput"][];
        };
        Config: {
            /**
             * @description Folder of the embedded stores
             * @default data
             */
            DIANSHAO_DATA: string;
            /**
             * @description Address the API listens on
             * @default 127.0.0.1
             */
            DIANSHAO_HOST: string;
            /**
             * @description Port of the API; 0 takes a free one
             * @default 8080
             */
            DIANSHAO_PORT: number;
            /** @description Comma list of process, alert, api */
            DIANSHAO_ROLES: ("process" | "alert" | "api")[];
            /** @description Whether alerts may go to loopback and private addresses */
            DIANSHAO_ALLOW_PRIVATE_ENDPOINTS: unknown;
            /**
             * @description How long readings are kept; what a case rests on stays as long as the case
             * @default 25
             */
            DIANSHAO_KEEP_READINGS_MONTHS: number;
            /**
             * @description How long day features are kept
             * @default 60
             */
            DIANSHAO_KEEP_FEATURES_MONTHS: number;
            /**
             * @default info
             * @enum {string}
             */
            DIANSHAO_LOG_LEVEL: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
            /** @description Comma list of host:port; with it, the engines serve */
            DIANSHAO_KAFKA_BROKERS?: string[];
            /**
             * @description Stands before the names of the topics
             * @default
             */
            DIANSHAO_KAFKA_TOPIC_PREFIX: string;
            /**
             * @description Consumer group of the workers
             * @default dianshao
             */
            DIANSHAO_KAFKA_GROUP: string;
            /**
             * @description Partitions of each topic
             * @default 12
             */
            DIANSHAO_KAFKA_PARTITIONS: number;
            /**
             * @description Replicas of a topic that is created
             * @default 1
             */
            DIANSHAO_KAFKA_REPLICATION: number;
            /**
             * @description Retention of a topic that is created
             * @default 168
             */
            DIANSHAO_KAFKA_RETENTION_HOURS: number;
            /** @description Whether brokers are spoken to by TLS */
            DIANSHAO_KAFKA_TLS: unknown;
            /** @description PEM of the authority of the brokers */
            DIANSHAO_KAFKA_CA_FILE?: string;
            /**
             * @default none
             * @enum {string}
             */
            DIANSHAO_KAFKA_SASL: "none" | "plain" | "scram-sha-256" | "scram-sha-512";
            DIANSHAO_KAFKA_USERNAME?: string;
            DIANSHAO_KAFKA_PASSWORD?: string;
            /**
             * Format: uri
             * @description InfluxDB 2
             */
            DIANSHAO_INFLUX_URL?: string;
            DIANSHAO_INFLUX_TOKEN?: string;
            /** @default dianshao */
            DIANSHAO_INFLUX_ORG: string;
            /** @default dianshao */
            DIANSHAO_INFLUX_BUCKET: string;
            /**
             * Format: uri
             * @description PostgreSQL
             */
            DIANSHAO_POSTGRES_URL?: string;
            /**
             * Format: uri
             * @description Address by which browsers reach the service; with https its cookies go by TLS only
             */
            DIANSHAO_PUBLIC_URL?: string;
            /**
             * Format: uri
             * @description Identity provider by which people may sign in (OpenID Connect)
             */
            DIANSHAO_OIDC_ISSUER?: string;
            DIANSHAO_OIDC_CLIENT_ID?: string;
            DIANSHAO_OIDC_CLIENT_SECRET?: string;
            /**
             * @description How long readings on Kafka may wait for others to be worked off with
             * @default 500
             */
            DIANSHAO_LINGER_MS: number;
        };
        /** @enum {string} */
        Role: "analyst" | "reviewer" | "supervisor" | "district" | "pricing" | "operator" | "auditor";
        /** @enum {string} */
        Ability: "cases.read" | "cases.act" | "audit.read" | "readings.read" | "readings.write" | "registry.read" | "registry.write" | "rejects.read" | "rejects.write" | "corrections.read" | "watch.read" | "watch.write" | "criteria.read" | "criteria.write" | "board.read" | "alerts.read" | "endpoints.write" | "status.read" | "known-good.read" | "known-good.write" | "deadlines.read" | "deadlines.write" | "switches.read" | "switches.write" | "accounts.read" | "accounts.write" | "findings.read" | "openings.read" | "pricing.read" | "pricing.write" | "hand-overs.read" | "hand-overs.act" | "keys.write" | "territory.read" | "letters.read" | "letters.write" | "networks.read" | "networks.write" | "own";
        /**
         * @example {
         *       "name": "li.na",
         *       "role": "analyst",
         *       "supplyUnits": null,
         *       "districtCode": null,
         *       "department": ""
         *     }
         */
        Account: {
            name: string;
            role: components["schemas"]["Role"];
            /** @description Supply units (供电单位) whose cases it sees; null: every one */
            supplyUnits: string[] | null;
            /** @description Of the role district */
            districtCode: string | null;
            /** @description Department inside the district that sees only what was passed to it; empty: the whole */
            department: string;
        };
        Assessment: {
            /** @description 户号 */
            customerId: string;
            /** @description 生产线 or 工序 as the rule names it: 熟料, 水泥, 粉磨站, 铝液 */
            line: string;
            /**
             * @description 工序
             * @default
             */
            process: string;
            /** @description The assessed calendar year (核算基期) */
            year: number;
            product: string;
            /** @default null */
            outputTonnes: number | null;
            /** @description Comparable power use (可比综合电耗), kWh/t */
            kwhPerTonne: number;
            /**
             * @description Limit (限额) it is held against, where a rule goes by the ratio
             * @default null
             */
            limitKwhPerTonne: number | null;
            /**
             * @description 投产日期 of the line
             * @default null
             */
            commissionedOn: string | null;
            /**
             * @description Share of non-hydro renewables in its power, %
             * @default null
             */
            nonHydroPercent: number | null;
            /**
             * @description Incentive value (激励值) of the municipality for the year before, %
             * @default null
             */
            incentivePercent: number | null;
            /** @description Who assessed */
            authority: string;
            documentNo: string;
            /** Format: date */
            documentDate: string;
            /** @default  */
            note: string;
        };
        ReleasedAssessment: {
            /** @description 户号 */
            customerId: string;
            /** @description 生产线 or 工序 as the rule names it: 熟料, 水泥, 粉磨站, 铝液 */
            line: string;
            /**
             * @description 工序
             * @default
             */
            process: string;
            /** @description The assessed calendar year (核算基期) */
            year: number;
            product: string;
            /** @default null */
            outputTonnes: number | null;
            /** @description Comparable power use (可比综合电耗), kWh/t */
            kwhPerTonne: number;
            /**
             * @description Limit (限额) it is held against, where a rule goes by the ratio
             * @default null
             */
            limitKwhPerTonne: number | null;
            /**
             * @description 投产日期 of the line
             * @default null
             */
            commissionedOn: string | null;
            /**
             * @description Share of non-hydro renewables in its power, %
             * @default null
             */
            nonHydroPercent: number | null;
            /**
             * @description Incentive value (激励值) of the municipality for the year before, %
             * @default null
             */
            incentivePercent: number | null;
            /** @description Who assessed */
            authority: string;
            documentNo: string;
            /** Format: date */
            documentDate: string;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
        };
        /** @enum {string} */
        Signature: "induction-furnace" | "crypto-mining" | "restart" | "surge" | "licence-excess";
        /** @enum {string} */
        HeldReason: "peers-moved" | "known-good";
        EvidenceFact: {
            /** @description Stable kebab-case name */
            name: string;
            value: number | string;
            /** @description kW, kWh, %, heats/day, … or empty */
            unit: string;
            /** @description The usual range of a legal load, with unit */
            normal?: string;
            /** @description The same in Chinese, where it has words */
            normalZh?: string;
            zh: string;
            en: string;
            /** @description For (above 0) or against (below 0) the accusation */
            weight: number;
        };
        InnocentExplanation: {
            /** @description Stable kebab-case name */
            name: string;
            /** @description 1 explains the curve fully */
            plausibility: number;
            zh: string;
            en: string;
        };
        DatedHours: {
            /** Format: date */
            date: string;
            /** @description HH:MM of the plant day, Asia/Shanghai */
            from: string;
            /** @description HH:MM; 24:00 is the end of the day */
            to: string;
            /** @description Energy above the host, kWh */
            kwh: number;
        };
        InspectionWindow: {
            /** @description HH:MM, Asia/Shanghai */
            from: string;
            /** @description HH:MM; before `from`: of the next day */
            to: string;
            /** @description Nights of the last 14 on which it ran in these hours */
            activeNights: number;
            /** @description Of the next three nights, each by the date it begins on */
            likelihoods: {
                /** Format: date */
                date: string;
                likelihood: number;
            }[];
            zh: string;
            en: string;
        };
        Score: {
            score: number;
            /** @description Why nothing can be said; the score is then 0 */
            cannotJudge?: {
                zh: string;
                en: string;
            };
            evidence: components["schemas"]["EvidenceFact"][];
            innocent: components["schemas"]["InnocentExplanation"][];
            sentence: {
                zh: string;
                en: string;
            };
            /**
             * @description When it ran, the latest last, at most 14
             * @default []
             */
            dates: components["schemas"]["DatedHours"][];
            /**
             * @description What these readings cannot tell
             * @default []
             */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindow"] | null;
            /** @description Power of the suspected load apart from its host, kW */
            attributableKw: number;
            /** @description Energy of the suspected load over the window, kWh */
            attributableKwh: number;
        };
        Finding: {
            score: number;
            /** @description Why nothing can be said; the score is then 0 */
            cannotJudge?: {
                zh: string;
                en: string;
            };
            evidence: components["schemas"]["EvidenceFact"][];
            innocent: components["schemas"]["InnocentExplanation"][];
            sentence: {
                zh: string;
                en: string;
            };
            /**
             * @description When it ran, the latest last, at most 14
             * @default []
             */
            dates: components["schemas"]["DatedHours"][];
            /**
             * @description What these readings cannot tell
             * @default []
             */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindow"] | null;
            /** @description Power of the suspected load apart from its host, kW */
            attributableKw: number;
            /** @description Energy of the suspected load over the window, kWh */
            attributableKwh: number;
            /** @description Digest of detector, version, parameters, point, customer, window and its input */
            id: string;
            signature: components["schemas"]["Signature"];
            detectorVersion: string;
            parameterHash: string;
            /** @description SHA-256 of the day features and registry facts that were judged */
            inputDigest: string;
            pointId: string;
            customerId: string;
            /** Format: date */
            windowFrom: string;
            /**
             * Format: date
             * @description The judged day: the last of the window
             */
            day: string;
            /** @description The finding of the same day that this one replaces */
            supersedes: string | null;
        };
        /** @enum {string} */
        SourceStatus: "original" | "secondary" | "memory" | "not-found";
        /** @enum {string} */
        TariffCategory: "淘汰类" | "限制类" | "参照淘汰类" | "阶梯" | "惩罚性";
        TariffFormula: {
            /** @constant */
            kind: "flat";
            yuanPerKwh: string;
        } | {
            /** @constant */
            kind: "decided-step";
            /** @description What the authority goes by */
            basis: string;
            steps: {
                step: number;
                yuanPerKwh: string;
            }[];
        } | {
            /** @constant */
            kind: "use-step";
            /** @description Which specific use, by which standard */
            basis: string;
            yearsBack: number;
            /** @description Lines commissioned (投产) on this day or later */
            commissionedFrom: string | null;
            /** @description Lines commissioned before this day */
            commissionedBefore: string | null;
            /** @description Lines (熟料, 水泥, 粉磨站, 铝液) with their steps, ascending */
            lines: {
                line: string;
                steps: {
                    upToKwhPerTonne: number | null;
                    yuanPerKwh: string;
                }[];
            }[];
        } | {
            /** @constant */
            kind: "excess";
            basis: string;
            yearsBack: number;
            line: string;
            /** @description By the priced day */
            thresholds: {
                /** Format: date */
                from: string;
                to: string | null;
                kwhPerTonne: number;
            }[];
            /** @description Length of a stretch; a started one counts whole */
            perKwhPerTonne: number;
            /** @description For each stretch */
            yuanPerKwh: string;
            /** @description Only where the share also reaches the incentive value (激励值) of the place */
            relief: {
                /** @description Non-hydro renewable share above which it begins */
                abovePercent: number;
                /** @description Off the amount for each whole point above */
                percentPerPoint: number;
            } | null;
            /** @description What an amount is multiplied by when it is unpaid so many days after its notice */
            late: {
                afterDays: number;
                factor: string;
            } | null;
        } | {
            /** @constant */
            kind: "limit-ratio";
            basis: string;
            yearsBack: number;
            steps: {
                overRatio: number;
                yuanPerKwh: string;
            }[];
        };
        TariffRule: {
            id: string;
            /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
            jurisdiction: string;
            /** @description In the words of the document; * for every one */
            industries: string[];
            category: components["schemas"]["TariffCategory"];
            /** @description null of a rule that was not found */
            formula: components["schemas"]["TariffFormula"] | null;
            /**
             * @description Whether the amount floats with the time of use; else it is a flat adder
             * @default false
             */
            floats: boolean;
            /**
             * @description Of the yearly plan it stands in; from its year on the later plan goes before
             * @default null
             */
            planYear: number | null;
            /** @description Which electricity it is levied on, in the words of the document */
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            /** @description Last day of force; null while in force */
            effectiveTo: string | null;
            /**
             * @description Why days lie between the rule before it and this one; empty: none do
             * @default
             */
            gapReason: string;
            sourceStatus: components["schemas"]["SourceStatus"];
            /** @description What of it was seen where, and what is from memory */
            verification: string;
            source: string;
            note: string;
            /** @description May be proposed */
            enabled: boolean;
        };
        ReleasedRule: {
            id: string;
            /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
            jurisdiction: string;
            /** @description In the words of the document; * for every one */
            industries: string[];
            category: components["schemas"]["TariffCategory"];
            /** @description null of a rule that was not found */
            formula: components["schemas"]["TariffFormula"] | null;
            /**
             * @description Whether the amount floats with the time of use; else it is a flat adder
             * @default false
             */
            floats: boolean;
            /**
             * @description Of the yearly plan it stands in; from its year on the later plan goes before
             * @default null
             */
            planYear: number | null;
            /** @description Which electricity it is levied on, in the words of the document */
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            /** @description Last day of force; null while in force */
            effectiveTo: string | null;
            /**
             * @description Why days lie between the rule before it and this one; empty: none do
             * @default
             */
            gapReason: string;
            sourceStatus: components["schemas"]["SourceStatus"];
            /** @description What of it was seen where, and what is from memory */
            verification: string;
            source: string;
            note: string;
            /** @description May be proposed */
            enabled: boolean;
            version: number;
            /** @description With which change it was released */
            changeId: string;
            /** Format: date-time */
            releasedAt: string;
        };
        ProposedTier: {
            ruleId: string;
            /** @default 1 */
            ruleVersion: number;
            category: string;
            /** @description Exact decimal, yuan/kWh */
            yuanPerKwh: string;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            sourceStatus: components["schemas"]["SourceStatus"];
            verification: string;
            /** @description 拟适用, with 标准待核 when the amount is not verified */
            label: string;
            appliesTo: string | null;
            /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
            firstMeasure: string | null;
            /** Format: date */
            asOf: string;
        };
        SurchargeEstimate: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Days with readings, all points of the customer */
            days: number;
            /** @description All energy of the customer in these days, kWh */
            kwh: number;
            /** @description kWh × yuan/kWh, exact, rounded half up to 0.01 yuan */
            yuan: string;
            /** @description Of it the suspected load alone, kWh */
            attributableKwh: number;
            attributableYuan: string;
        };
        DecisionDocument: {
            /** @description 文号 */
            documentNo: string;
            title: string;
            /** @description 发文机关 */
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** @description Assessments, cases, inspections or documents it rests on */
            restsOn: string;
        };
        DecisionEntry: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategory"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
        };
        Decision: {
            /** @description 文号 */
            documentNo: string;
            title: string;
            /** @description 发文机关 */
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** @description Assessments, cases, inspections or documents it rests on */
            restsOn: string;
            entries: components["schemas"]["DecisionEntry"][];
        };
        ReleasedEntry: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategory"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            document: components["schemas"]["DecisionDocument"];
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
        };
        SurchargeNotice: {
            customerId: string;
            /**
             * Format: date
             * @description First day of the period it is for
             */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            noticedOn: string;
            /**
             * @description null: not paid yet
             * @default null
             */
            paidOn: string | null;
            documentNo: string;
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "meterId": "M0001",
         *       "at": "2026-11-01T00:15:00+08:00",
         *       "kw": 412.5,
         *       "kvar": 96.1
         *     }
         */
        Reading: {
            meterId: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset; the END of the interval
             */
            at: string;
            /** @description Mean active power of the interval, kW, primary side */
            kw: number;
            /** @description Mean reactive power of the interval, kvar */
            kvar?: number | null;
            /** @description Power factor; gives kvar where that is absent */
            pf?: number | null;
            /** @description A higher revision wins its slot */
            revision?: number | null;
        };
        /** @enum {string} */
        LicensedProcess: "induction-melting" | "cupola-melting" | "sand-casting" | "die-casting" | "forging" | "rolling" | "heat-treatment" | "submerged-arc" | "electroplating" | "welding" | "isp" | "scrap-sorting";
        /** @enum {string} */
        CustomerStatus: "in-use" | "production-stopped" | "suspended" | "account-closed" | "exited";
        /** @enum {string} */
        Feed: "main" | "backup";
        Meter: {
            meterId: string;
            /** @description Metering point 计量点; the meter id unless told */
            pointId: string;
            /** @description 户号 */
            customerId: string;
            customerName: string;
            /** @description 统一社会信用代码, may be empty; one that begins with 92 is of a sole trader (个体工商户) */
            creditCode: string;
            /** @description GB/T 2260 code; an unknown one is accepted */
            districtCode: string;
            /** @description GB/T 4754 code, may be empty */
            industryCode: string;
            /**
             * @description Edition of GB/T 4754: 3130 differs between them
             * @enum {string}
             */
            industryEdition: "2011" | "2017";
            /** @description Contract capacity, kVA; 0 when not known */
            contractKva: number;
            voltageKv: number;
            /** @enum {number} */
            intervalMinutes: 1 | 5 | 15 | 30 | 60;
            licensedProcesses: components["schemas"]["LicensedProcess"][];
            /** @description 供电单位, may be empty */
            supplyUnit: string;
            status: components["schemas"]["CustomerStatus"];
            /** @description CT×PT: what values of the secondary side are multiplied by */
            multiplier: number;
            feed: components["schemas"]["Feed"];
            /** @description Point this one hangs behind (总分表, 转供), may be empty */
            parentPointId: string;
            /** @description 用电地址, may be empty */
            address: string;
            /** @description 变压器 the point hangs at, may be empty */
            transformerId: string;
            /** @description 核定产能 of a licensed foundry, t/a; 0 when not known */
            licensedTonnesPerYear: number;
            /** @description First plant day this holds; null: always has */
            validFrom: string | null;
            /** @description Last plant day this holds; null: until the next entry begins */
            validTo: string | null;
        };
        /** @enum {string} */
        RejectReason: "malformed" | "missing-field" | "bad-time" | "time-before-2005" | "time-in-future" | "off-grid" | "not-a-number" | "negative-power" | "implausible-power" | "unknown-meter" | "no-entry-that-day" | "negative-register";
        /** @enum {string} */
        StoredOutcome: "accepted" | "duplicate" | "corrected" | "superseded" | "too-late";
        Reject: {
            reason: components["schemas"]["RejectReason"];
            /** @description One sentence for a person: what is wrong and what would be right */
            detail: string;
            /** @description Line of the input it stood on, counted from 1 */
            line?: number;
            /** @description What arrived, cut to 1,000 characters */
            raw: string;
        };
        /** @enum {string} */
        ImportForm: "readings" | "day-rows" | "registers" | "registry";
        /**
         * @example {
         *       "columns": {
         *         "meter_id": "电表资产号",
         *         "ts": "数据时间",
         *         "kw": "有功功率"
         *       },
         *       "zone": "+08:00"
         *     }
         */
        ImportProfile: {
            /**
             * @description Our column name to theirs, such as {"meter_id": "电表资产号", "ts": "数据时间"}
             * @default {}
             */
            columns: {
                [key: string]: string;
            };
            /**
             * @description What stands before the number of a kW point: P1 … P96
             * @default P
             */
            points: string;
            /**
             * @description The same for kvar points
             * @default Q
             */
            reactivePoints: string;
            /**
             * @default ,
             * @enum {string}
             */
            delimiter: "," | ";" | "\t";
            /** @description Offset of times that are written without one; without it such times are refused */
            zone?: string;
            /**
             * @description Secondary: the multiplier in force on the day applies
             * @default primary
             * @enum {string}
             */
            side: "primary" | "secondary";
            /**
             * @description Of power; registers are kWh
             * @default kW
             * @enum {string}
             */
            unit: "W" | "kW" | "MW";
            /**
             * @description End of the interval of the first point; 00:15 stands for one interval after midnight
             * @default 00:15
             * @enum {string}
             */
            firstPoint: "00:00" | "00:15";
            /**
             * @description Which midnight of its date a register row tells
             * @default day-end
             * @enum {string}
             */
            registerAt: "day-end" | "day-start";
        };
        /**
         * @example {
         *       "form": "readings",
         *       "encoding": "ascii",
         *       "packed": null,
         *       "received": 2,
         *       "accepted": 1,
         *       "rejected": 1,
         *       "byReason": {
         *         "unknown-meter": 1
         *       },
         *       "firstRejects": [
         *         {
         *           "reason": "unknown-meter",
         *           "detail": "No meter DEMO-9999 in the registry: import the registry first.",
         *           "line": 3,
         *           "raw": "DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4"
         *         }
         *       ]
         *     }
         */
        IntakeAnswer: {
            form: components["schemas"]["ImportForm"];
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            packed: ("gzip" | "xlsx") | null;
            /** @description Readings; a day row has as many as it has filled points */
            received: number;
            /** @description Durable; repeated readings count too and change nothing */
            accepted: number;
            rejected: number;
            /** @description Rejected readings by reason */
            byReason: {
                [key: string]: number;
            };
            /** @description The first 50; all of them are in the reject book */
            firstRejects: components["schemas"]["Reject"][];
        };
        /** @enum {string} */
        ImportState: "uploading" | "waiting" | "running" | "done" | "cancelled" | "failed";
        /**
         * @example {
         *       "id": "0mwz0w3tnc51f0030",
         *       "state": "done",
         *       "fileName": "readings.csv",
         *       "bytes": 111,
         *       "bytesRead": 111,
         *       "profileName": null,
         *       "backfill": false,
         *       "createdBy": "zhao.lei",
         *       "createdAt": "2026-11-27T13:34:18.973Z",
         *       "startedAt": "2026-11-27T13:34:18.993Z",
         *       "endedAt": "2026-11-27T13:34:19.037Z",
         *       "result": {
         *         "form": "readings",
         *         "encoding": "ascii",
         *         "packed": null,
         *         "received": 2,
         *         "accepted": 1,
         *         "rejected": 1,
         *         "byReason": {
         *           "unknown-meter": 1
         *         },
         *         "firstRejects": [
         *           {
         *             "reason": "unknown-meter",
         *             "detail": "No meter DEMO-9999 in the registry: import the registry first.",
         *             "line": 3,
         *             "raw": "DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4"
         *           }
         *         ]
         *       },
         *       "problem": null
         *     }
         */
        ImportJob: {
            id: string;
            state: components["schemas"]["ImportState"];
            fileName: string;
            /** @description Of the file */
            bytes: number;
            /** @description How far it has come */
            bytesRead: number;
            profileName: string | null;
            backfill: boolean;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            endedAt: string | null;
            /** @description So far; whole when done */
            result: components["schemas"]["IntakeAnswer"] | null;
            /** @description Why it failed, in one sentence */
            problem: string | null;
        };
        /**
         * @example {
         *       "imports": [
         *         {
         *           "id": "0mwz0w3tnc51f0030",
         *           "state": "done",
         *           "fileName": "readings.csv",
         *           "bytes": 111,
         *           "bytesRead": 111,
         *           "profileName": null,
         *           "backfill": false,
         *           "createdBy": "zhao.lei",
         *           "createdAt": "2026-11-27T13:34:18.973Z",
         *           "startedAt": "2026-11-27T13:34:18.993Z",
         *           "endedAt": "2026-11-27T13:34:19.037Z",
         *           "result": {
         *             "form": "readings",
         *             "encoding": "ascii",
         *             "packed": null,
         *             "received": 2,
         *             "accepted": 1,
         *             "rejected": 1,
         *             "byReason": {
         *               "unknown-meter": 1
         *             },
         *             "firstRejects": [
         *               {
         *                 "reason": "unknown-meter",
         *                 "detail": "No meter DEMO-9999 in the registry: import the registry first.",
         *                 "line": 3,
         *                 "raw": "DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4"
         *               }
         *             ]
         *           },
         *           "problem": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ImportPage: {
            imports: components["schemas"]["ImportJob"][];
            next: string | null;
        };
        UnderstoodRow: {
            meterId: string;
            /** @description Whether the registry holds the meter */
            known: boolean;
            /** @description Start of the time it speaks of, +08:00; null: without a beginning */
            from: string | null;
            /** @description Its end; null: without an end */
            to: string | null;
            /** @description Readings: filled points of a day row, 1 of other rows, 0 of a registry row */
            points: number;
            /** @description The first of them, kW */
            kw: number[];
            /** @description Of a register row */
            registers?: {
                /** @description kWh */
                total?: number;
                /** @description kWh */
                sharp?: number;
                /** @description kWh */
                peak?: number;
                /** @description kWh */
                flat?: number;
                /** @description kWh */
                valley?: number;
            };
            /** @description Of a registry row */
            meter?: components["schemas"]["Meter"];
        };
        /**
         * @example {
         *       "form": "readings",
         *       "encoding": "ascii",
         *       "packed": null,
         *       "columns": [
         *         {
         *           "name": "meter_id",
         *           "meaning": "meter_id"
         *         },
         *         {
         *           "name": "ts",
         *           "meaning": "ts"
         *         }
         *       ],
         *       "rows": [
         *         {
         *           "line": 2,
         *           "understood": {
         *             "meterId": "DEMO-0001",
         *             "known": true,
         *             "from": "2026-11-27T00:00:00+08:00",
         *             "to": "2026-11-27T00:15:00+08:00",
         *             "points": 1,
         *             "kw": [
         *               412.5
         *             ]
         *           }
         *         },
         *         {
         *           "line": 3,
         *           "understood": {
         *             "meterId": "DEMO-9999",
         *             "known": false,
         *             "from": "2026-11-27T00:15:00+08:00",
         *             "to": "2026-11-27T00:15:00+08:00",
         *             "points": 1,
         *             "kw": [
         *               3.2
         *             ]
         *           },
         *           "fault": {
         *             "reason": "unknown-meter",
         *             "detail": "No meter DEMO-9999 in the registry: import the registry first."
         *           }
         *         }
         *       ]
         *     }
         */
        ImportPreview: {
            form: components["schemas"]["ImportForm"];
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            packed: ("gzip" | "xlsx") | null;
            /** @description As the first line names them; none for NDJSON */
            columns: {
                name: string;
                /** @description Ours; null: it is ignored */
                meaning: string | null;
            }[];
            rows: {
                line: number;
                understood?: components["schemas"]["UnderstoodRow"];
                /** @description Why the row, or a point of it, would be turned away */
                fault?: {
                    reason: components["schemas"]["RejectReason"];
                    detail: string;
                };
            }[];
        };
        /**
         * @example {
         *       "name": "yuzhou",
         *       "profile": {
         *         "columns": {
         *           "meter_id": "电表资产号",
         *           "ts": "数据时间",
         *           "kw": "有功功率"
         *         },
         *         "points": "P",
         *         "reactivePoints": "Q",
         *         "delimiter": ",",
         *         "zone": "+08:00",
         *         "side": "primary",
         *         "unit": "kW",
         *         "firstPoint": "00:15",
         *         "registerAt": "day-end"
         *       },
         *       "updatedAt": "2026-11-27T13:34:18.892Z",
         *       "updatedBy": "zhao.lei"
         *     }
         */
        SavedProfile: {
            name: string;
            profile: components["schemas"]["ImportProfile"];
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
        };
        /**
         * @example {
         *       "profiles": [
         *         {
         *           "name": "yuzhou",
         *           "profile": {
         *             "columns": {
         *               "meter_id": "电表资产号",
         *               "ts": "数据时间",
         *               "kw": "有功功率"
         *             },
         *             "points": "P",
         *             "reactivePoints": "Q",
         *             "delimiter": ",",
         *             "zone": "+08:00",
         *             "side": "primary",
         *             "unit": "kW",
         *             "firstPoint": "00:15",
         *             "registerAt": "day-end"
         *           },
         *           "updatedAt": "2026-11-27T13:34:18.892Z",
         *           "updatedBy": "zhao.lei"
         *         }
         *       ]
         *     }
         */
        ProfileList: {
            profiles: components["schemas"]["SavedProfile"][];
        };
        /** @enum {string} */
        PriceChangeKind: "rules" | "assessments" | "decision" | "notices";
        /** @enum {string} */
        PriceChangeState: "proposed" | "released" | "refused" | "withdrawn";
        PriceChangeContent: {
            /** @constant */
            kind: "rules";
            rules: components["schemas"]["TariffRule"][];
        } | {
            /** @constant */
            kind: "assessments";
            assessments: components["schemas"]["Assessment"][];
        } | {
            /** @constant */
            kind: "decision";
            decision: components["schemas"]["Decision"];
        } | {
            /** @constant */
            kind: "notices";
            notices: components["schemas"]["SurchargeNotice"][];
        };
        /**
         * @example {
         *       "reason": "补录挖矿地方加价标准",
         *       "content": {
         *         "kind": "rules",
         *         "rules": [
         *           {
         *             "id": "CQ-MINING-2026",
         *             "jurisdiction": "CQ",
         *             "industries": [
         *               "虚拟货币挖矿"
         *             ],
         *             "category": "淘汰类",
         *             "formula": {
         *               "kind": "flat",
         *               "yuanPerKwh": "0.50"
         *             },
         *             "appliesTo": "户号全部电量",
         *             "documentNo": "示例〔2026〕1号",
         *             "documentTitle": "示例文件",
         *             "effectiveFrom": "2026-12-01",
         *             "effectiveTo": null,
         *             "sourceStatus": "original",
         *             "verification": "示例，非真实文件",
         *             "source": "示例",
         *             "note": "",
         *             "enabled": true
         *           }
         *         ]
         *       }
         *     }
         */
        PriceChangeBody: {
            reason: string;
            content: components["schemas"]["PriceChangeContent"];
        };
        PriceFault: {
            /** @description Of a table: as a spreadsheet counts its rows, the heading is row 1. Of a body in JSON: 1 for the first of its rows. 0: the whole */
            row: number;
            /** @description Heading as it stands in the table, or field; empty: the whole row */
            column: string;
            /** @description One sentence */
            reason: string;
        };
        PriceChange: {
            id: string;
            kind: components["schemas"]["PriceChangeKind"];
            state: components["schemas"]["PriceChangeState"];
            rows: number;
            reason: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            decidedReason: string;
        };
        RowDifference: {
            row: number;
            /** @description Of the rule */
            id: string;
            /** @enum {string} */
            what: "new" | "changed" | "unchanged";
            /** @description What differs; of a new rule nothing */
            fields: {
                [key: string]: {
                    before: string;
                    after: string;
                };
            };
        };
        PriceChangeEffect: {
            new: number;
            changed: number;
            unchanged: number;
            /** @description Of rules, row by row */
            rules: components["schemas"]["RowDifference"][];
        };
        PriceChangePreview: {
            /** @description Why it cannot be, as things stand */
            faults: components["schemas"]["PriceFault"][];
            /** @description What may be so, and somebody should look at */
            warnings: components["schemas"]["PriceFault"][];
            effect: components["schemas"]["PriceChangeEffect"];
        };
        /**
         * @example {
         *       "change": {
         *         "id": "change-000002",
         *         "kind": "rules",
         *         "state": "proposed",
         *         "rows": 1,
         *         "reason": "补录挖矿地方加价标准",
         *         "proposedBy": "zhou.jie",
         *         "proposedAt": "2026-11-27T13:34:21.708Z",
         *         "decidedBy": null,
         *         "decidedAt": null,
         *         "decidedReason": ""
         *       },
         *       "faults": [],
         *       "warnings": [],
         *       "effect": {
         *         "new": 1,
         *         "changed": 0,
         *         "unchanged": 0,
         *         "rules": [
         *           {
         *             "row": 1,
         *             "id": "CQ-MINING-2026",
         *             "what": "new",
         *             "fields": {}
         *           }
         *         ]
         *       }
         *     }
         */
        PriceChangeProposal: {
            /** @description Of a dry run; a change with faults is refused */
            faults: components["schemas"]["PriceFault"][];
            /** @description What may be so, and somebody should look at */
            warnings: components["schemas"]["PriceFault"][];
            effect: components["schemas"]["PriceChangeEffect"];
            /** @description null of a dry run: nothing is written */
            change: components["schemas"]["PriceChange"] | null;
        };
        /**
         * @example {
         *       "change": {
         *         "id": "change-000002",
         *         "kind": "rules",
         *         "state": "released",
         *         "rows": 1,
         *         "reason": "补录挖矿地方加价标准",
         *         "proposedBy": "zhou.jie",
         *         "proposedAt": "2026-11-27T13:34:21.708Z",
         *         "decidedBy": "sun.li",
         *         "decidedAt": "2026-11-27T13:40:02.115Z",
         *         "decidedReason": "文件属实"
         *       },
         *       "correctionId": 2
         *     }
         */
        PriceChangeDecided: {
            change: components["schemas"]["PriceChange"];
            /** @description The correction that shows which open cases it prices anew; null: none */
            correctionId: number | null;
        };
        /**
         * @example {
         *       "changes": [
         *         {
         *           "id": "change-000002",
         *           "kind": "rules",
         *           "state": "proposed",
         *           "rows": 1,
         *           "reason": "补录挖矿地方加价标准",
         *           "proposedBy": "zhou.jie",
         *           "proposedAt": "2026-11-27T13:34:21.708Z",
         *           "decidedBy": null,
         *           "decidedAt": null,
         *           "decidedReason": ""
         *         }
         *       ],
         *       "next": null
         *     }
         */
        PriceChangePage: {
            changes: components["schemas"]["PriceChange"][];
            next: string | null;
        };
        PriceRows: {
            rules: {
                id: string;
                /** @description CN, CQ, or the code of a district or zone; the more local rule goes first */
                jurisdiction: string;
                /** @description In the words of the document; * for every one */
                industries: string[];
                category: components["schemas"]["TariffCategory"];
                /** @description null of a rule that was not found */
                formula: components["schemas"]["TariffFormula"] | null;
                /**
                 * @description Whether the amount floats with the time of use; else it is a flat adder
                 * @default false
                 */
                floats: boolean;
                /**
                 * @description Of the yearly plan it stands in; from its year on the later plan goes before
                 * @default null
                 */
                planYear: number | null;
                /** @description Which electricity it is levied on, in the words of the document */
                appliesTo: string | null;
                documentNo: string | null;
                documentTitle: string | null;
                effectiveFrom: string | null;
                /** @description Last day of force; null while in force */
                effectiveTo: string | null;
                /**
                 * @description Why days lie between the rule before it and this one; empty: none do
                 * @default
                 */
                gapReason: string;
                sourceStatus: components["schemas"]["SourceStatus"];
                /** @description What of it was seen where, and what is from memory */
                verification: string;
                source: string;
                note: string;
                /** @description May be proposed */
                enabled: boolean;
                /** @description The verification in words: in either language of the rules that come with the program */
                verified: {
                    zh: string;
                    en: string;
                };
            }[];
            assessments: components["schemas"]["Assessment"][];
            /** @description Of a decision */
            document: components["schemas"]["DecisionDocument"] | null;
            /** @description Lines of a decision */
            entries: {
                /**
                 * @default apply
                 * @enum {string}
                 */
                action: "apply" | "correct" | "end";
                /**
                 * @description The line that is corrected or ended; null of a new one
                 * @default null
                 */
                entryId: string | null;
                /** @description 户号 */
                customerId: string;
                /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                industry: string;
                category: components["schemas"]["TariffCategory"];
                /**
                 * @description 档, where the rule takes it from the decision
                 * @default null
                 */
                step: number | null;
                /**
                 * @description Line or 工序, where the rule goes by one
                 * @default
                 */
                line: string;
                /**
                 * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
                 * @default []
                 */
                pointIds: string[];
                /**
                 * @description The amount, where the document itself names it; else that of the rule on each day
                 * @default null
                 */
                yuanPerKwh: string | null;
                /**
                 * Format: date
                 * @description 执行起始日期
                 */
                from: string;
                /**
                 * @description 执行截止日期, inclusive; null: until further notice
                 * @default null
                 */
                to: string | null;
                /**
                 * @description The case that proposed it
                 * @default null
                 */
                caseNumber: string | null;
                /** @default  */
                note: string;
                id: string;
            }[];
            notices: components["schemas"]["SurchargeNotice"][];
        };
        /**
         * @example {
         *       "change": {
         *         "id": "change-000002",
         *         "kind": "rules",
         *         "state": "proposed",
         *         "rows": 1,
         *         "reason": "补录挖矿地方加价标准",
         *         "proposedBy": "zhou.jie",
         *         "proposedAt": "2026-11-27T13:34:21.708Z",
         *         "decidedBy": null,
         *         "decidedAt": null,
         *         "decidedReason": ""
         *       },
         *       "rows": {
         *         "rules": [
         *           {
         *             "id": "CQ-MINING-2026",
         *             "jurisdiction": "CQ",
         *             "industries": [
         *               "虚拟货币挖矿"
         *             ],
         *             "category": "淘汰类",
         *             "formula": {
         *               "kind": "flat",
         *               "yuanPerKwh": "0.50"
         *             },
         *             "floats": false,
         *             "planYear": null,
         *             "appliesTo": "户号全部电量",
         *             "documentNo": "示例〔2026〕1号",
         *             "documentTitle": "示例文件",
         *             "effectiveFrom": "2026-12-01",
         *             "effectiveTo": null,
         *             "gapReason": "",
         *             "sourceStatus": "original",
         *             "verification": "示例，非真实文件",
         *             "source": "示例",
         *             "note": "",
         *             "enabled": true,
         *             "verified": {
         *               "zh": "示例，非真实文件",
         *               "en": "示例，非真实文件"
         *             }
         *           }
         *         ],
         *         "assessments": [],
         *         "document": null,
         *         "entries": [],
         *         "notices": []
         *       },
         *       "customerNames": {},
         *       "preview": {
         *         "faults": [],
         *         "warnings": [],
         *         "effect": {
         *           "new": 1,
         *           "changed": 0,
         *           "unchanged": 0,
         *           "rules": [
         *             {
         *               "row": 1,
         *               "id": "CQ-MINING-2026",
         *               "what": "new",
         *               "fields": {}
         *             }
         *           ]
         *         }
         *       },
         *       "next": null
         *     }
         */
        PriceChangeView: {
            change: components["schemas"]["PriceChange"];
            rows: components["schemas"]["PriceRows"];
            /** @description Of the customers of these rows by their numbers, as the registry has them now */
            customerNames: {
                [key: string]: string;
            };
            /** @description null of a decided change, and after its first page */
            preview: components["schemas"]["PriceChangePreview"] | null;
            /** @description Row after which the next page begins; null: no more */
            next: number | null;
        };
        /** @enum {string} */
        ProblemCode: "bad-request" | "bad-columns" | "unauthenticated" | "forbidden" | "not-found" | "same-person" | "wrong-state" | "version-conflict" | "key-reused" | "too-large" | "unsupported-media-type" | "busy" | "internal";
        ProblemChange: {
            /** @description That it came to */
            version: number;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
            reason: string;
        };
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "version conflict",
         *       "status": 409,
         *       "detail": "The case is at version 10, not 8: look at it again first. Since version 8: li.na snoozed it on 2026-11-27 (等待下月抄表); li.na woke it on 2026-11-27.",
         *       "code": "version-conflict",
         *       "id": "693715b8-fbec-49a6-a9ef-0d92e0a01747",
         *       "changes": [
         *         {
         *           "version": 9,
         *           "at": "2026-11-27T13:34:17.396Z",
         *           "actor": "li.na",
         *           "action": "snooze",
         *           "reason": "等待下月抄表"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            /** @description One sentence: what is wrong and what to do */
            detail: string;
            code: components["schemas"]["ProblemCode"];
            /** @description To quote when asking for help */
            id: string;
            /** @description Of a version-conflict: what changed since the version looked at */
            changes?: components["schemas"]["ProblemChange"][];
            /** @description Of rows that are refused: every fault there is */
            faults?: components["schemas"]["PriceFault"][];
        };
        District: {
            /** @description GB/T 2260 code; CQ-… is our own for a zone that has none */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "市辖区" | "县" | "自治县" | "功能区";
            /** @description Whether the code is of GB/T 2260, or our own */
            gbt2260: boolean;
            /** @description First day; null: longer than any data here */
            validFrom: string | null;
            /** @description Last day; null: in use */
            validTo: string | null;
            /**
             * @description The district a zone lies in, where that is known
             * @default null
             */
            parent: string | null;
            ceded: {
                /** @description Code of the district that took it over */
                to: string;
                /**
                 * Format: date
                 * @description First day it was of the other
                 */
                on: string;
                /** @description Which towns and streets; 全部 is all of it, 其余 what is left */
                places: string;
            }[];
            /** @description Where code and days were seen */
            source: string;
            /** @default  */
            note: string;
        };
        ToldDistrict: {
            code: string;
            name: string;
            /** @enum {string} */
            by: "itself" | "successor" | "person";
        };
        /**
         * @example {
         *       "day": "2025-11-05",
         *       "districts": [
         *         {
         *           "code": "500112",
         *           "name": "渝北区",
         *           "kind": "市辖区",
         *           "gbt2260": true,
         *           "validFrom": null,
         *           "validTo": "2025-11-05",
         *           "parent": null,
         *           "ceded": [
         *             {
         *               "to": "500109",
         *               "on": "2025-11-06",
         *               "places": "大湾、统景、大盛、兴隆、茨竹5镇"
         *             },
         *             {
         *               "to": "500157",
         *               "on": "2025-11-06",
         *               "places": "其余"
         *             }
         *           ],
         *           "source": "国家统计局 2023-06-30 区划代码，两份公开数据逐条一致；2025-11-06 调整：渝府发〔2025〕15号（未读原文，见于报道）",
         *           "note": "2025-11-06 公布撤销，并入两江新区；大湾、统景、大盛、兴隆、茨竹5镇划归北碚区",
         *           "inUse": true
         *         }
         *       ]
         *     }
         */
        DistrictList: {
            /** Format: date */
            day: string;
            districts: {
                /** @description GB/T 2260 code; CQ-… is our own for a zone that has none */
                code: string;
                name: string;
                /** @enum {string} */
                kind: "市辖区" | "县" | "自治县" | "功能区";
                /** @description Whether the code is of GB/T 2260, or our own */
                gbt2260: boolean;
                /** @description First day; null: longer than any data here */
                validFrom: string | null;
                /** @description Last day; null: in use */
                validTo: string | null;
                /**
                 * @description The district a zone lies in, where that is known
                 * @default null
                 */
                parent: string | null;
                ceded: {
                    /** @description Code of the district that took it over */
                    to: string;
                    /**
                     * Format: date
                     * @description First day it was of the other
                     */
                    on: string;
                    /** @description Which towns and streets; 全部 is all of it, 其余 what is left */
                    places: string;
                }[];
                /** @description Where code and days were seen */
                source: string;
                /** @default  */
                note: string;
                inUse: boolean;
            }[];
        };
        /**
         * @example {
         *       "day": "2025-11-06",
         *       "district": {
         *         "code": "500112",
         *         "name": "渝北区",
         *         "kind": "市辖区",
         *         "gbt2260": true,
         *         "validFrom": null,
         *         "validTo": "2025-11-05",
         *         "parent": null,
         *         "ceded": [
         *           {
         *             "to": "500109",
         *             "on": "2025-11-06",
         *             "places": "大湾、统景、大盛、兴隆、茨竹5镇"
         *           },
         *           {
         *             "to": "500157",
         *             "on": "2025-11-06",
         *             "places": "其余"
         *           }
         *         ],
         *         "source": "国家统计局 2023-06-30 区划代码，两份公开数据逐条一致；2025-11-06 调整：渝府发〔2025〕15号（未读原文，见于报道）",
         *         "note": "2025-11-06 公布撤销，并入两江新区；大湾、统景、大盛、兴隆、茨竹5镇划归北碚区"
         *       },
         *       "inUse": false,
         *       "jurisdictions": [
         *         "CQ",
         *         "CN"
         *       ],
         *       "withoutDistrict": "ambiguous",
         *       "told": {
         *         "code": "500112",
         *         "name": "渝北区",
         *         "by": "person"
         *       },
         *       "leadsTo": [
         *         {
         *           "code": "500109",
         *           "name": "北碚区",
         *           "places": "大湾、统景、大盛、兴隆、茨竹5镇"
         *         },
         *         {
         *           "code": "500157",
         *           "name": "两江新区",
         *           "places": "其余"
         *         }
         *       ],
         *       "doubt": {
         *         "zh": "自 2025-11-06 起：大湾、统景、大盛、兴隆、茨竹5镇 → 北碚区（500109）；其余 → 两江新区（500157）。登记早于该日的用户归属何处，更新登记后方可确定。",
         *         "en": "From 2025-11-06 on: 大湾、统景、大盛、兴隆、茨竹5镇 → 北碚区（500109）；其余 → 两江新区（500157）. Where a customer lies that was registered before that day is known once the registry says so."
         *       }
         *     }
         */
        DistrictOnDay: {
            /** Format: date */
            day: string;
            district: components["schemas"]["District"];
            inUse: boolean;
            /** @description Whose rules hold, the most local first; CQ, CN */
            jurisdictions: string[];
            /** @description Why no district is among them: only rules of the municipality and the country hold */
            withoutDistrict: ("unknown" | "ambiguous") | null;
            told: components["schemas"]["ToldDistrict"];
            /** @description Where land registered under this code may lie on the day besides, or instead */
            leadsTo: {
                code: string;
                name: string;
                places: string;
            }[];
            /** @description What the code alone does not say */
            doubt: {
                zh: string;
                en: string;
            } | null;
        };
        /** @enum {string} */
        CaseState: "to-check" | "on-site" | "to-review" | "reported" | "acknowledged" | "handling" | "answered" | "closed" | "merged";
        /** @enum {string} */
        CaseSource: "finding" | "tip" | "survey" | "inspection";
        /** @enum {string} */
        Level: "red" | "orange" | "yellow";
        PeerReference: {
            districtCode: string;
            /** @description First two digits of the industry code; null: every trade of the district */
            trade: string | null;
            /** Format: date */
            day: string;
            /** @description Other customers it holds */
            customers: number;
            /** @description SHA-256 of the aggregate, so that it can be reckoned again and compared */
            digest: string;
        };
        ByHand: {
            /** @enum {string} */
            source: "tip" | "survey" | "inspection";
            /** @description What was said or seen */
            note: string;
            /** @description Who put it down */
            by: string;
            /** Format: date-time */
            at: string;
            level: components["schemas"]["Level"];
            pointId: string;
        };
        Charge: {
            signature: components["schemas"]["Signature"];
            level: components["schemas"]["Level"];
            score: number;
            /**
             * @description Valid on the judged day; sets the level
             * @default null
             */
            criterion: {
                id: string;
                yellowFrom: number;
                orangeFrom: number;
                redFrom: number;
                closeBelow: number;
            } | null;
            pointId: string;
            /** @description The finding this charge rests on; null: on the word of a person alone */
            findingId: string | null;
            /**
             * @description Where a person opened it
             * @default null
             */
            byHand: components["schemas"]["ByHand"] | null;
            /**
             * Format: date
             * @description The day that finding judged
             */
            day: string;
            /**
             * Format: date
             * @description The first day that finding looked at
             */
            windowFrom: string;
            /**
             * Format: date-time
             * @description End of the judged day that first carried the charge
             */
            openedAt: string;
            evidence: components["schemas"]["EvidenceFact"][];
            innocent: components["schemas"]["InnocentExplanation"][];
            sentence: {
                zh: string;
                en: string;
            };
            /** @default [] */
            dates: components["schemas"]["DatedHours"][];
            /** @default [] */
            limits: {
                zh: string;
                en: string;
            }[];
            /** @default null */
            inspection: components["schemas"]["InspectionWindow"] | null;
            attributableKw: number;
            attributableKwh: number;
            /** @default null */
            peers: components["schemas"]["PeerReference"] | null;
            /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
            unsupported: boolean;
            tier: components["schemas"]["ProposedTier"] | null;
            /** @description As of now while the case is to be checked, as of its submission afterwards */
            estimate: components["schemas"]["SurchargeEstimate"] | null;
        };
        Case: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseState"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSource"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            /** @description Attributable energy of its charges at the tiers they propose, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description Likelihood × yuan; null: not for who asks */
            priority: number | null;
            charges: components["schemas"]["Charge"][];
        };
        Standing: {
            /** @enum {string} */
            state: "active" | "faded";
            /** Format: date */
            since: string;
        };
        AuditEntry: {
            /** @description Of the case, the criterion or the detector version */
            caseId: string;
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @description Account name from the token; "system" for the pipeline */
            actor: string;
            /**
             * @description refused: an attempt that was not allowed; decline: a proposal that was turned down; decision: a government decision that names the case was released
             * @enum {string}
             */
            action: "open" | "charge" | "evidence" | "submit" | "return" | "release" | "refused" | "view" | "outcome" | "close" | "propose" | "decline" | "shadow" | "activate" | "retire" | "assign" | "comment" | "snooze" | "wake" | "inspect" | "acknowledge" | "handle" | "answer" | "pass" | "merge" | "split" | "reopen" | "undo" | "file" | "withdraw-file" | "remind" | "escalate" | "urge" | "sign-in" | "sign-out" | "account" | "token" | "export" | "switch" | "deadline" | "end" | "watch" | "decision" | "hand-over" | "withdraw" | "update" | "decided" | "letter" | "receipt" | "endpoint" | "resend" | "network";
            from: components["schemas"]["CaseState"] | null;
            to: components["schemas"]["CaseState"] | null;
            reason: string;
            detail: {
                [key: string]: unknown;
            };
            previousHash: string;
            hash: string;
        };
        /**
         * @description 待复核, 已发布, 已驳回
         * @enum {string}
         */
        CriterionState: "proposed" | "released" | "refused";
        Thresholds: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
        };
        /**
         * @example {
         *       "signature": "induction-furnace",
         *       "yellowFrom": 0.75,
         *       "orangeFrom": 0.9,
         *       "redFrom": 0.96
         *     }
         */
        CriterionTrial: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description yellowFrom − 0.1 when absent */
            closeBelow?: number;
            signature: components["schemas"]["Signature"];
        };
        /**
         * @example {
         *       "signature": "induction-furnace",
         *       "yellowFrom": 0.75,
         *       "orangeFrom": 0.9,
         *       "redFrom": 0.96,
         *       "validFrom": "2026-12-04",
         *       "reason": "11月查实率高于要求"
         *     }
         */
        CriterionProposal: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description yellowFrom − 0.1 when absent */
            closeBelow?: number;
            signature: components["schemas"]["Signature"];
            /**
             * Format: date
             * @description First plant day it holds for; at the earliest the day after its release
             */
            validFrom: string;
            reason: string;
        };
        Criterion: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
            id: string;
            signature: components["schemas"]["Signature"];
            /** @description Active when it was proposed; * for the built-in one */
            detectorVersion: string;
            /** @description null: from the beginning */
            validFrom: string | null;
            reason: string;
            state: components["schemas"]["CriterionState"];
            proposedBy: string;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            refusedBy: string | null;
            refusedAt: string | null;
        };
        Precision: {
            confirmed: number;
            /** @description Confirmed and dismissed */
            of: number;
            precision: number | null;
            /** @description 95 % Wilson bound */
            lower: number | null;
            upper: number | null;
        };
        LevelExpectation: {
            signature: components["schemas"]["Signature"];
            level: components["schemas"]["Level"];
            /** @description null: not measured */
            precision: number | null;
            /** @description 95 % lower bound; what the level promises */
            lower: number | null;
            /** @description Legal meters behind the number */
            meters: number | null;
            /** @description What it was measured on */
            source: string;
            /** @description The same in Chinese */
            sourceZh: string;
        };
        CriterionView: {
            /** @description 黄: from this score on a charge opens */
            yellowFrom: number;
            /** @description 橙 */
            orangeFrom: number;
            /** @description 红 */
            redFrom: number;
            /** @description A charge fades when it stays below (hysteresis) */
            closeBelow: number;
            id: string;
            signature: components["schemas"]["Signature"];
            /** @description Active when it was proposed; * for the built-in one */
            detectorVersion: string;
            /** @description null: from the beginning */
            validFrom: string | null;
            reason: string;
            state: components["schemas"]["CriterionState"];
            proposedBy: string;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            refusedBy: string | null;
            refusedAt: string | null;
            levels: {
                level: components["schemas"]["Level"];
                from: number;
                expectation: components["schemas"]["LevelExpectation"];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @description Of outcomes of charges opened by this criterion */
                measured: components["schemas"]["Precision"];
            }[];
            /** @description Whether its audit chain verifies */
            auditWhole: boolean;
        };
        /**
         * @example {
         *       "from": "2026-11-07",
         *       "to": "2026-11-24",
         *       "signature": "induction-furnace",
         *       "before": {
         *         "red": 3,
         *         "orange": 0,
         *         "yellow": 0
         *       },
         *       "after": {
         *         "red": 3,
         *         "orange": 0,
         *         "yellow": 0
         *       },
         *       "opens": 0,
         *       "opensNoLonger": 0,
         *       "changesLevel": 0,
         *       "byDistrict": [],
         *       "customers": []
         *     }
         */
        OpeningPreview: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            signature: components["schemas"]["Signature"];
            /** @description Customers by the highest level reached in the period, as it is */
            before: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description The same as it would be */
            after: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description Customers that would open and do not */
            opens: number;
            opensNoLonger: number;
            changesLevel: number;
            byDistrict: {
                districtCode: string;
                opens: number;
                opensNoLonger: number;
                changesLevel: number;
            }[];
            /** @description Those that differ, by id, the first 500 */
            customers: {
                customerId: string;
                customerName: string;
                districtCode: string;
                before: components["schemas"]["Level"] | null;
                after: components["schemas"]["Level"] | null;
            }[];
        };
        /** @enum {string} */
        ChargeOutcome: "confirmed" | "dismissed" | "cannot-verify" | "passed-on";
        /** @enum {string} */
        DismissalCause: "licensed-process" | "data-centre" | "other-lawful-load" | "data-error" | "tenant-or-landlord" | "test-run" | "other";
        OutcomeBody: {
            outcome: components["schemas"]["ChargeOutcome"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCause"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            /**
             * Format: date
             * @description Of a dismissed charge: last day it keeps its signature from opening a case; 12 months unless told
             */
            holdUntil?: string;
            /** @description Of a dismissed charge: up to which power it does, kW; 1.3 times its own unless told */
            holdKw?: number;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
        };
        RecordedOutcome: {
            outcome: components["schemas"]["ChargeOutcome"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCause"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            holdUntil: string | null;
            holdKw: number | null;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
            caseId: string;
            signature: components["schemas"]["Signature"];
            sequence: number;
            /** @description False: proposed by an analyst, a reviewer has to record the same */
            final: boolean;
            /** @description It was undone, or its case was reopened since: it counts no more */
            lapsed: boolean;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            districtCode: string;
            level: components["schemas"]["Level"];
            score: number;
            detectorVersion: string;
            criterionId: string;
            attributableKw: number;
        };
        /** @enum {string} */
        BoardBy: "detector" | "district" | "month";
        BoardRow: {
            confirmed: number;
            /** @description Confirmed and dismissed */
            of: number;
            precision: number | null;
            /** @description 95 % Wilson bound */
            lower: number | null;
            upper: number | null;
            /** @description Signature and version, district code, or YYYY-MM */
            key: string;
            dismissed: number;
            /** @description Dismissed charges by cause */
            byCause: {
                [key: string]: number;
            };
            cannotVerify: number;
            passedOn: number;
        };
        ThresholdAdvice: {
            signature: components["schemas"]["Signature"];
            /** @description Confirmed and dismissed charges behind it */
            outcomes: number;
            /** @description null: nothing is advised */
            thresholds: components["schemas"]["Thresholds"] | null;
            sentence: {
                zh: string;
                en: string;
            };
        };
        Alert: {
            /** @constant */
            type: "case.reported";
            /**
             * Format: date-time
             * @description When the case was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                charges: {
                    signature: components["schemas"]["Signature"];
                    level: components["schemas"]["Level"];
                    score: number;
                    /** Format: date-time */
                    since: string;
                    /** @description True when no finding carries it any more since readings were corrected */
                    unsupported: boolean;
                    sentence: {
                        zh: string;
                        en: string;
                    };
                    /** @description What its level means: the share a check on site would confirm */
                    expectation: {
                        zh: string;
                        en: string;
                    };
                    evidence: {
                        /** @description Stable kebab-case name */
                        name: string;
                        value: number | string;
                        /** @description kW, kWh, %, heats/day, … or empty */
                        unit: string;
                        zh: string;
                        en: string;
                    }[];
                    /** @description When a check is most likely to meet it at work */
                    inspection: components["schemas"]["InspectionWindow"] | null;
                    tier: components["schemas"]["ProposedTier"] | null;
                    estimate: components["schemas"]["SurchargeEstimate"] | null;
                }[];
                /**
                 * @description A lead, not a decision
                 * @constant
                 */
                nature: "线索";
            };
        } | {
            /** @constant */
            type: "case.updated";
            /**
             * Format: date-time
             * @description When the update was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                charges: {
                    signature: components["schemas"]["Signature"];
                    level: components["schemas"]["Level"];
                    score: number;
                    /** Format: date-time */
                    since: string;
                    /** @description True when no finding carries it any more since readings were corrected */
                    unsupported: boolean;
                    sentence: {
                        zh: string;
                        en: string;
                    };
                    /** @description What its level means: the share a check on site would confirm */
                    expectation: {
                        zh: string;
                        en: string;
                    };
                    evidence: {
                        /** @description Stable kebab-case name */
                        name: string;
                        value: number | string;
                        /** @description kW, kWh, %, heats/day, … or empty */
                        unit: string;
                        zh: string;
                        en: string;
                    }[];
                    /** @description When a check is most likely to meet it at work */
                    inspection: components["schemas"]["InspectionWindow"] | null;
                    tier: components["schemas"]["ProposedTier"] | null;
                    estimate: components["schemas"]["SurchargeEstimate"] | null;
                }[];
                /**
                 * @description A lead, not a decision
                 * @constant
                 */
                nature: "线索";
                /** @description webhook-id of the alert it takes the place of */
                replaces: string;
                /** @description Why, in the words of who put it up */
                reason: string;
            };
        } | {
            /** @constant */
            type: "case.withdrawn";
            /**
             * Format: date-time
             * @description When the withdrawal was released
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                /** @description webhook-id of the alert that is taken back */
                withdraws: string;
                /** @description Why, in the words of who put it up */
                reason: string;
                /** @description As which every charge of it is dismissed */
                cause: components["schemas"]["DismissalCause"];
            };
        } | {
            /** @constant */
            type: "case.closed";
            /**
             * Format: date-time
             * @description When the case was closed
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                outcomes: {
                    signature: components["schemas"]["Signature"];
                    outcome: components["schemas"]["ChargeOutcome"];
                    cause: components["schemas"]["DismissalCause"] | null;
                    inspectedOn: string | null;
                }[];
            };
        } | {
            /** @constant */
            type: "tier.decided";
            /**
             * Format: date-time
             * @description When the decision was put on record by a second person
             */
            timestamp: string;
            data: {
                /**
                 * @description Of the shape of this payload
                 * @constant
                 */
                version: 1;
                caseNumber: string;
                caseVersion: number;
                /** @description Of the case it was merged into, when the same district is told of that */
                leadNumber: string | null;
                customer: {
                    /** @description 户号; of a person its last four letters behind ＊ */
                    id: string;
                    /** @description Of a person its first letter and ＊ */
                    name: string;
                    /** @description It is a person or sole trader (个体工商户): the link tells the whole */
                    masked: boolean;
                };
                districtCode: string;
                districtName: string;
                /** @description Path of the case; reading it needs a token */
                link: string;
                document: {
                    /** @description 文号 */
                    documentNo: string;
                    title: string;
                    /** @description 发文机关 */
                    issuer: string;
                    /** Format: date */
                    issuedOn: string;
                };
                entry: {
                    /**
                     * @default apply
                     * @enum {string}
                     */
                    action: "apply" | "correct" | "end";
                    /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                    industry: string;
                    category: components["schemas"]["TariffCategory"];
                    /**
                     * @description 档, where the rule takes it from the decision
                     * @default null
                     */
                    step: number | null;
                    /**
                     * @description Line or 工序, where the rule goes by one
                     * @default
                     */
                    line: string;
                    /**
                     * @description The amount, where the document itself names it; else that of the rule on each day
                     * @default null
                     */
                    yuanPerKwh: string | null;
                    /**
                     * Format: date
                     * @description 执行起始日期
                     */
                    from: string;
                    /**
                     * @description 执行截止日期, inclusive; null: until further notice
                     * @default null
                     */
                    to: string | null;
                    id: string;
                };
                /**
                 * @description A decision on record, no lead any more
                 * @constant
                 */
                nature: "决定";
            };
        } | {
            /** @constant */
            type: "endpoint.test";
            /**
             * Format: date-time
             * @description When the test was asked for
             */
            timestamp: string;
            data: {
                /** @constant */
                version: 1;
                endpointId: string;
                districtCode: string;
                districtName: string;
                message: {
                    zh: string;
                    en: string;
                };
            };
        };
        /** @enum {string} */
        AlertType: "case.reported" | "case.updated" | "case.withdrawn" | "case.closed" | "tier.decided";
        /** @enum {string} */
        PayloadType: "case.reported" | "case.updated" | "case.withdrawn" | "case.closed" | "tier.decided" | "endpoint.test";
        /**
         * @description partly: some endpoints have it; no-endpoint: none wants it yet; given-up: none has it, none is tried
         * @enum {string}
         */
        AlertStatus: "waiting" | "delivered" | "partly" | "no-endpoint" | "given-up";
        /** @enum {string} */
        DeliveryStatus: "waiting" | "delivered" | "given-up";
        AlertAttempt: {
            alertId: string;
            endpointId: string;
            /** @description Of this alert at this endpoint */
            number: number;
            /** Format: date-time */
            at: string;
            url: string;
            /** @description HTTP status, null when no answer came */
            status: number | null;
            error: string | null;
            durationMs: number;
        };
        AlertDelivery: {
            endpointId: string;
            status: components["schemas"]["DeliveryStatus"];
            /** @description null unless it waits; it waits for longer while the endpoint is off */
            nextAttemptAt: string | null;
            /** @description Stays when it is sent again */
            deliveredAt: string | null;
            attempts: components["schemas"]["AlertAttempt"][];
        };
        AlertRecord: {
            /** @description webhook-id, the same at every endpoint */
            id: string;
            caseId: string;
            caseVersion: number;
            districtCode: string;
            /** @description To which its case is passed; empty: the whole district */
            department: string;
            type: components["schemas"]["AlertType"];
            status: components["schemas"]["AlertStatus"];
            /** Format: date-time */
            createdAt: string;
            deliveries: components["schemas"]["AlertDelivery"][];
        };
        /**
         * @example {
         *       "alerts": [
         *         {
         *           "id": "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b",
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "caseVersion": 6,
         *           "districtCode": "500107",
         *           "department": "",
         *           "type": "case.reported",
         *           "status": "waiting",
         *           "createdAt": "2026-11-27T13:34:16.594Z",
         *           "deliveries": [
         *             {
         *               "endpointId": "endpoint-000001",
         *               "status": "waiting",
         *               "nextAttemptAt": "2026-11-27T13:34:21.892Z",
         *               "deliveredAt": null,
         *               "attempts": [
         *                 {
         *                   "alertId": "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b",
         *                   "endpointId": "endpoint-000001",
         *                   "number": 1,
         *                   "at": "2026-11-27T13:34:16.628Z",
         *                   "url": "https://alerts.jiulongpo.example/dianshao",
         *                   "status": null,
         *                   "error": "alerts.jiulongpo.example is a host name that nobody knows.",
         *                   "durationMs": 74
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "next": null
         *     }
         */
        AlertPage: {
            alerts: components["schemas"]["AlertRecord"][];
            next: string | null;
        };
        /**
         * @example {
         *       "endpointId": "endpoint-000001",
         *       "reason": "对方称未收到"
         *     }
         */
        ResendBody: {
            /** @description Where to; every endpoint it goes to unless told */
            endpointId?: string;
            reason: string;
        };
        /**
         * @example {
         *       "deliveries": 1
         *     }
         */
        ResentAnswer: {
            deliveries: number;
        };
        /** @enum {string} */
        CaseAction: "inspect" | "submit" | "return" | "release" | "acknowledge" | "handle" | "answer" | "reopen" | "outcome" | "assign" | "comment" | "snooze" | "wake" | "pass" | "urge" | "undo";
        /**
         * @example {
         *       "reason": "证据充分，建议上报",
         *       "version": 5
         *     }
         */
        MoveBody: {
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "to": "li.na",
         *       "reason": "由李娜核查"
         *     }
         */
        AssignBody: {
            /** @description Name of an analyst or reviewer; null: nobody */
            to: string | null;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /** @enum {string} */
        CommentAudience: "internal" | "all";
        /**
         * @example {
         *       "text": "夜间负荷陡升，与申报行业不符。",
         *       "audience": "all"
         *     }
         */
        CommentBody: {
            text: string;
            /** @description all: a district that was told of the case reads it too; internal unless told, of a district always all */
            audience?: components["schemas"]["CommentAudience"];
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "until": "2026-12-02",
         *       "reason": "等待下月抄表"
         *     }
         */
        SnoozeBody: {
            /**
             * Format: date
             * @description Plant day it comes back on, within 90 days; in 7 days unless told
             */
            until?: string;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "department": "经信委",
         *       "reason": "由经信委处置"
         *     }
         */
        PassBody: {
            /** @description Of the district; empty: the case is taken back */
            department: string;
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /** @enum {string} */
        FeedbackFound: "confirmed" | "nothing-found" | "lawful" | "no-access";
        /** @enum {string} */
        Measure: "shut-down" | "power-cut" | "equipment-sealed" | "handed-over" | "set-right-in-time" | "other";
        Feedback: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["Signature"];
                found: components["schemas"]["FeedbackFound"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["Measure"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
        };
        /**
         * @example {
         *       "found": [
         *         {
         *           "signature": "induction-furnace",
         *           "found": "confirmed",
         *           "text": "中频炉一台，已断电"
         *         }
         *       ],
         *       "measures": [
         *         "power-cut",
         *         "equipment-sealed"
         *       ],
         *       "inspectedOn": "2026-11-27",
         *       "note": "已查封设备"
         *     }
         */
        AnswerBody: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["Signature"];
                found: components["schemas"]["FeedbackFound"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["Measure"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
            /** @default  */
            reason: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        RecordedFeedback: {
            /** @description One entry a charge */
            found: {
                signature: components["schemas"]["Signature"];
                found: components["schemas"]["FeedbackFound"];
                /** @default  */
                text: string;
            }[];
            measures: components["schemas"]["Measure"][];
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /** @default  */
            note: string;
            /**
             * @description Files of the case
             * @default []
             */
            fileIds: string[];
            sequence: number;
            by: string;
            /** Format: date-time */
            at: string;
            /** @description Its measures by name */
            words: {
                zh: string;
                en: string;
            }[];
        };
        /**
         * @example {
         *       "case": {
         *         "id": "case-d54c3e73a325fa29ab4f",
         *         "number": "2026-00005",
         *         "customerId": "9900000054",
         *         "customerName": "演示·星火物资回收站",
         *         "districtCode": "500107",
         *         "state": "reported",
         *         "version": 6,
         *         "openedAt": "2026-11-21T00:00:00+08:00",
         *         "submittedBy": "li.na",
         *         "reportedAt": "2026-11-27T21:34:16+08:00",
         *         "closedAt": null,
         *         "supplyUnit": "演示·九龙供电",
         *         "industryCode": "5191",
         *         "source": "finding",
         *         "openedBy": "system",
         *         "assignee": "li.na",
         *         "snoozedUntil": null,
         *         "snoozeReason": "",
         *         "mergedInto": null,
         *         "toldDistrict": "500107",
         *         "department": "",
         *         "enteredAt": "2026-11-27T21:34:16+08:00",
         *         "dueAt": "2026-12-03T00:00:00+08:00",
         *         "escalatedAt": null,
         *         "urgedAt": null,
         *         "withdrawnAt": null,
         *         "stakeYuan": 5648.67,
         *         "priority": 5648.67,
         *         "charges": [
         *           {
         *             "signature": "induction-furnace",
         *             "level": "red",
         *             "score": 0.995541,
         *             "criterion": {
         *               "id": "built-in-induction-furnace",
         *               "yellowFrom": 0.7,
         *               "orangeFrom": 0.8,
         *               "redFrom": 0.9,
         *               "closeBelow": 0.6
         *             },
         *             "pointId": "DEMO-0054",
         *             "findingId": "7f5c7c9f070b415673671b3fcb9312f38955a794",
         *             "byHand": null,
         *             "day": "2026-11-25",
         *             "windowFrom": "2026-10-22",
         *             "openedAt": "2026-11-21T00:00:00+08:00",
         *             "evidence": [
         *               {
         *                 "name": "melting-days",
         *                 "value": 6,
         *                 "unit": "days",
         *                 "normal": "0 days",
         *                 "normalZh": "0 天",
         *                 "zh": "35 个可判断日中有 6 天呈熔炼形态，首日 2026-11-19",
         *                 "en": "6 of 35 judged days look like melting, the first on 2026-11-19",
         *                 "weight": 1
         *               },
         *               {
         *                 "name": "heats",
         *                 "value": 4.5,
         *                 "unit": "heats/day",
         *                 "normal": "5-9 heats in a night of 8 hours",
         *                 "normalZh": "夜间 8 小时 5-9 炉",
         *                 "zh": "熔炼日每天约 4.5 个升降周期",
         *                 "en": "About 4.5 rise-and-fall cycles on a melting day",
         *                 "weight": 0
         *               }
         *             ],
         *             "innocent": [
         *               {
         *                 "name": "licensed-foundry",
         *                 "plausibility": 0.05,
         *                 "zh": "没有感应熔炼许可，行业也不是铸造。",
         *                 "en": "No induction melting licence, and the trade is not casting."
         *               }
         *             ],
         *             "sentence": {
         *               "zh": "有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。",
         *               "en": "On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised."
         *             },
         *             "dates": [
         *               {
         *                 "date": "2026-11-19",
         *                 "from": "00:00",
         *                 "to": "05:15",
         *                 "kwh": 1791
         *               }
         *             ],
         *             "limits": [
         *               {
         *                 "zh": "绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。",
         *                 "en": "Power drawn around the meter cannot be seen without the topology of the line."
         *               }
         *             ],
         *             "inspection": {
         *               "from": "23:15",
         *               "to": "05:00",
         *               "activeNights": 6,
         *               "likelihoods": [
         *                 {
         *                   "date": "2026-11-26",
         *                   "likelihood": 0.348
         *                 }
         *               ],
         *               "zh": "建议检查时段 23:15–05:00（次日）：近 14 个可判断夜次中 6 次在此时段运行；今后三夜运行可能性：2026-11-26 35%，2026-11-27 16%，2026-11-28 26%。",
         *               "en": "Suggested hours 23:15-05:00 (next day): it ran then on 6 of the last 14 nights that can be judged; likelihood on the next three: 2026-11-26 35 %, 2026-11-27 16 %, 2026-11-28 26 %."
         *             },
         *             "attributableKw": 511.985,
         *             "attributableKwh": 11297.3,
         *             "peers": {
         *               "districtCode": "500107",
         *               "trade": null,
         *               "day": "2026-11-25",
         *               "customers": 22,
         *               "digest": "9a26059a587ba373341a9ae9a7ed499de8a7905a0e63ad2329049b4c73c2a492"
         *             },
         *             "unsupported": false,
         *             "tier": {
         *               "ruleId": "CN-STEEL-ELIM-2017",
         *               "ruleVersion": 1,
         *               "category": "淘汰类",
         *               "yuanPerKwh": "0.50",
         *               "documentNo": "发改价格〔2016〕2803号",
         *               "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *               "effectiveFrom": "2017-01-01",
         *               "sourceStatus": "secondary",
         *               "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *               "label": "拟适用",
         *               "appliesTo": "目录限制类/淘汰类装置所属企业生产用电；加在目录销售电价或市场交易电价之上",
         *               "firstMeasure": "依法取缔",
         *               "asOf": "2026-11-25"
         *             },
         *             "estimate": {
         *               "from": "2026-10-22",
         *               "to": "2026-11-25",
         *               "days": 35,
         *               "kwh": 24252.4,
         *               "yuan": "12126.19",
         *               "attributableKwh": 11297.3,
         *               "attributableYuan": "5648.67"
         *             }
         *           }
         *         ]
         *       },
         *       "alertId": "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b",
         *       "undoableUntil": null
         *     }
         */
        CaseDone: {
            case: components["schemas"]["Case"];
            /** @description The alert a release put in the outbox; null when the district is not known and nobody is told */
            alertId: string | null;
            /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
            undoableUntil: string | null;
        };
        CaseComment: {
            sequence: number;
            /** Format: date-time */
            at: string;
            by: string;
            text: string;
            audience: components["schemas"]["CommentAudience"];
        };
        /**
         * @example {
         *       "comments": [
         *         {
         *           "sequence": 5,
         *           "at": "2026-11-27T13:34:16.384Z",
         *           "by": "li.na",
         *           "text": "夜间负荷陡升，与申报行业不符。",
         *           "audience": "all"
         *         }
         *       ]
         *     }
         */
        CommentList: {
            comments: components["schemas"]["CaseComment"][];
        };
        /** @enum {string} */
        BulkAction: "inspect" | "submit" | "return" | "release" | "acknowledge" | "handle" | "reopen" | "assign" | "comment" | "snooze" | "wake" | "pass" | "urge" | "undo";
        /**
         * @example {
         *       "action": "assign",
         *       "ids": [
         *         "2026-00001",
         *         "2026-00004"
         *       ],
         *       "to": "li.na",
         *       "reason": "由李娜核查"
         *     }
         */
        BulkBody: {
            action: components["schemas"]["BulkAction"];
            ids: string[];
            /**
             * @description By id, the version looked at
             * @default {}
             */
            versions: {
                [key: string]: number;
            };
            /** @default  */
            reason: string;
            /** @description Of assign */
            to?: string | null;
            /** @description Of comment */
            text?: string;
            /** @description Of comment */
            audience?: components["schemas"]["CommentAudience"];
            /**
             * Format: date
             * @description Of snooze
             */
            until?: string;
            /** @description Of pass */
            department?: string;
        };
        /**
         * @example {
         *       "results": [
         *         {
         *           "caseId": "case-e45e18c23297825df5b1",
         *           "done": {
         *             "state": "to-check",
         *             "version": 15,
         *             "alertId": null,
         *             "undoableUntil": "2026-11-27T13:49:17.674Z"
         *           }
         *         },
         *         {
         *           "caseId": "case-76479872e5163476bd0b",
         *           "refused": {
         *             "code": "wrong-state",
         *             "detail": "A case that is to check (待核查) takes no \"return\"."
         *           }
         *         }
         *       ]
         *     }
         */
        BulkAnswer: {
            results: {
                caseId: string;
                done?: {
                    state: components["schemas"]["CaseState"];
                    version: number;
                    /** @description The alert a release put in the outbox; null when the district is not known and nobody is told */
                    alertId: string | null;
                    /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
                    undoableUntil: string | null;
                };
                refused?: {
                    code: components["schemas"]["ProblemCode"];
                    detail: string;
                    changes?: components["schemas"]["ProblemChange"][];
                };
            }[];
        };
        /**
         * @example {
         *       "name": "li.na",
         *       "password": "four words make one"
         *     }
         */
        SignInBody: {
            name: string;
            password: string;
        };
        /**
         * @example {
         *       "secret": "from-the-link",
         *       "password": "four words make one"
         *     }
         */
        InvitationBody: {
            /** @description From the one-time link, behind #secret= */
            secret: string;
            /** @description Of the first operator; other links have their account */
            name?: string;
            /** @description Name of the person */
            fullName?: string;
            /** @description At least 12 characters */
            password: string;
        };
        /**
         * @example {
         *       "old": "four words make one",
         *       "new": "five words make another one"
         *     }
         */
        PasswordBody: {
            old: string;
            new: string;
        };
        /**
         * @example {
         *       "account": "he.ping",
         *       "role": "analyst",
         *       "until": "2026-11-28T01:34:27.728Z"
         *     }
         */
        SignedIn: {
            account: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            until: string;
        };
        /**
         * @example {
         *       "done": true
         *     }
         */
        Done: {
            /** @constant */
            done: true;
        };
        /**
         * @example {
         *       "account": {
         *         "name": "li.na",
         *         "role": "analyst",
         *         "supplyUnits": null,
         *         "districtCode": null,
         *         "department": ""
         *       },
         *       "fullName": "李娜",
         *       "abilities": [
         *         "cases.read",
         *         "cases.act",
         *         "audit.read"
         *       ],
         *       "actions": [
         *         {
         *           "action": "submit",
         *           "states": [
         *             "to-check",
         *             "on-site"
         *           ]
         *         }
         *       ],
         *       "by": "token",
         *       "until": "2027-11-28T13:34:09.193Z"
         *     }
         */
        Me: {
            account: components["schemas"]["Account"];
            fullName: string;
            /** @description What the account may here; of a token those it was made for */
            abilities: components["schemas"]["Ability"][];
            /** @description What the role may do with a case, and in which states; the case itself may say no */
            actions: {
                action: components["schemas"]["CaseAction"];
                states: components["schemas"]["CaseState"][];
            }[];
            /** @enum {string} */
            by: "session" | "token";
            /**
             * Format: date-time
             * @description When the session or the token ends
             */
            until: string;
        };
        /**
         * @example {
         *       "name": "li.na",
         *       "role": "analyst",
         *       "supplyUnits": [
         *         "永川供电公司"
         *       ],
         *       "fullName": "李娜"
         *     }
         */
        NewAccountBody: {
            /** @description Sign-in name; capital letters count as small ones */
            name: string;
            role: components["schemas"]["Role"];
            /**
             * @description Of an analyst or reviewer; null: every one
             * @default null
             */
            supplyUnits: string[] | null;
            /**
             * @description Of the role district
             * @default null
             */
            districtCode: string | null;
            /**
             * @description Of the role district; empty: the whole district
             * @default
             */
            department: string;
            /**
             * @description Name of the person
             * @default
             */
            fullName: string;
            /**
             * @description The claim sub of the identity provider; null: no sign-in by it
             * @default null
             */
            oidcSubject: string | null;
        };
        /**
         * @example {
         *       "role": "reviewer",
         *       "supplyUnits": null
         *     }
         */
        AccountChangeBody: {
            role?: components["schemas"]["Role"];
            supplyUnits?: string[] | null;
            districtCode?: string | null;
            department?: string;
            /** @description Name of the person */
            fullName?: string;
            /** @description The claim sub of the identity provider; null: no sign-in by it */
            oidcSubject?: string | null;
        };
        AccountView: {
            name: string;
            role: components["schemas"]["Role"];
            /** @description Supply units (供电单位) whose cases it sees; null: every one */
            supplyUnits: string[] | null;
            /** @description Of the role district */
            districtCode: string | null;
            /** @description Department inside the district that sees only what was passed to it; empty: the whole */
            department: string;
            fullName: string;
            /** @description The claim sub of the identity provider; null: no sign-in by it */
            oidcSubject: string | null;
            hasPassword: boolean;
            /** @description Password sign-in is locked until then */
            lockedUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            disabledAt: string | null;
        };
        /**
         * @example {
         *       "accounts": [
         *         {
         *           "name": "he.ping",
         *           "role": "reviewer",
         *           "supplyUnits": null,
         *           "districtCode": null,
         *           "department": "",
         *           "fullName": "何平",
         *           "oidcSubject": null,
         *           "hasPassword": true,
         *           "lockedUntil": null,
         *           "createdAt": "2026-11-27T13:34:26.203Z",
         *           "createdBy": "zhao.lei",
         *           "disabledAt": "2026-11-27T13:34:27.819Z"
         *         }
         *       ]
         *     }
         */
        AccountList: {
            accounts: components["schemas"]["AccountView"][];
        };
        /**
         * @example {
         *       "account": "he.ping",
         *       "link": "https://dianshao.example/welcome#secret=shown-once&name=he.ping",
         *       "until": "2026-11-30T13:34:26.203Z"
         *     }
         */
        AccountLink: {
            account: string;
            /** @description Shown once: null when a repeated request is answered again; then ask for a new link */
            link: string | null;
            /** Format: date-time */
            until: string;
        };
        /**
         * @example {
         *       "label": "collector",
         *       "abilities": [
         *         "readings.write"
         *       ],
         *       "days": 90
         *     }
         */
        TokenBody: {
            /** @description What it is for */
            label: string;
            /**
             * @description What it is good for; null: all that the role may
             * @default null
             */
            abilities: components["schemas"]["Ability"][] | null;
            days: number;
        };
        TokenView: {
            id: string;
            account: string;
            label: string;
            abilities: components["schemas"]["Ability"][] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
        };
        /**
         * @example {
         *       "tokens": [
         *         {
         *           "id": "token-9521fbdeb08701e4",
         *           "account": "li.na",
         *           "label": "collector",
         *           "abilities": [
         *             "cases.read"
         *           ],
         *           "createdAt": "2026-11-27T13:34:27.854Z",
         *           "createdBy": "li.na",
         *           "expiresAt": "2027-02-25T13:34:27.854Z",
         *           "revokedAt": null
         *         }
         *       ]
         *     }
         */
        TokenList: {
            tokens: components["schemas"]["TokenView"][];
        };
        /**
         * @example {
         *       "id": "token-9521fbdeb08701e4",
         *       "account": "li.na",
         *       "token": "ds_shown-once",
         *       "expiresAt": "2027-02-25T13:34:27.854Z"
         *     }
         */
        TokenMade: {
            id: string;
            account: string;
            /** @description Shown once: null when a repeated request is answered again */
            token: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @enum {string} */
        AlertProposalKind: "update" | "withdrawal";
        /** @enum {string} */
        AlertProposalState: "proposed" | "released" | "refused" | "replaced";
        /**
         * @example {
         *       "kind": "withdrawal",
         *       "reason": "电表倍率登记有误，更正后不再成立",
         *       "cause": "data-error"
         *     }
         */
        AlertProposalBody: {
            kind: components["schemas"]["AlertProposalKind"];
            /** @description Told to the district when it is released */
            reason: string;
            /**
             * @description Of a withdrawal: as which its charges are dismissed; of an update none
             * @default null
             */
            cause: components["schemas"]["DismissalCause"] | null;
        };
        AlertProposal: {
            kind: components["schemas"]["AlertProposalKind"];
            /** @description Told to the district when it is released */
            reason: string;
            /**
             * @description Of a withdrawal: as which its charges are dismissed; of an update none
             * @default null
             */
            cause: components["schemas"]["DismissalCause"] | null;
            id: string;
            caseId: string;
            /** @description The version it was put up at */
            caseVersion: number;
            state: components["schemas"]["AlertProposalState"];
            /** @description Of an update: the charges as they will be told */
            charges: components["schemas"]["Charge"][];
            /** @description "system": readings were corrected */
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            decidedReason: string;
            /** @description The alert its release put in the outbox */
            alertId: string | null;
        };
        /**
         * @example {
         *       "proposal": {
         *         "id": "proposal-000001",
         *         "caseId": "case-d54c3e73a325fa29ab4f",
         *         "caseVersion": 6,
         *         "kind": "withdrawal",
         *         "reason": "电表倍率登记有误，更正后不再成立",
         *         "cause": "data-error",
         *         "state": "proposed",
         *         "charges": [],
         *         "proposedBy": "li.na",
         *         "proposedAt": "2026-11-29T02:00:00.000Z",
         *         "decidedBy": null,
         *         "decidedAt": null,
         *         "decidedReason": "",
         *         "alertId": null
         *       }
         *     }
         */
        AlertProposalAnswer: {
            proposal: components["schemas"]["AlertProposal"];
        };
        /**
         * @example {
         *       "proposals": [
         *         {
         *           "id": "proposal-000001",
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "caseVersion": 6,
         *           "kind": "withdrawal",
         *           "reason": "电表倍率登记有误，更正后不再成立",
         *           "cause": "data-error",
         *           "state": "proposed",
         *           "charges": [],
         *           "proposedBy": "li.na",
         *           "proposedAt": "2026-11-29T02:00:00.000Z",
         *           "decidedBy": null,
         *           "decidedAt": null,
         *           "decidedReason": "",
         *           "alertId": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        AlertProposalPage: {
            proposals: components["schemas"]["AlertProposal"][];
            next: string | null;
        };
        /** @enum {string} */
        Band: "尖峰" | "峰" | "平" | "谷";
        /** @enum {string} */
        DayBasis: "interval" | "register" | "day" | "cycle-mean";
        /** @enum {string} */
        EstimateMethod: "same-slots" | "day-mean" | "same-kind-days" | "window-mean";
        /** @enum {string} */
        BillGap: "no-rule" | "from-memory" | "no-step" | "unknown-step" | "no-assessment" | "no-limit" | "no-threshold" | "not-in-force" | "no-energy" | "negative-energy" | "no-bands";
        BillLine: {
            /** @description The line of a decision it rests on */
            entryId: string | null;
            /** @description Of the decision */
            documentNo: string | null;
            industry: string;
            category: components["schemas"]["TariffCategory"];
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            /** @description How surely the rule is known */
            sourceStatus: components["schemas"]["SourceStatus"] | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            days: number;
            /** @description Of a rule that floats with the time of use; else null */
            band: components["schemas"]["Band"] | null;
            /** @description null: not known */
            kwh: number | null;
            measuredKwh: number;
            estimatedKwh: number;
            /** @description With the factors of band and lateness; null: not known */
            yuanPerKwh: string | null;
            /** @description kWh × yuan/kWh half up to 0.01; null: see `gap` */
            yuan: string | null;
            gap: components["schemas"]["BillGap"] | null;
            /** @description The arithmetic, step by step */
            working: {
                zh: string;
                en: string;
            }[];
        };
        BillDay: {
            entryId: string | null;
            /** Format: date */
            day: string;
            /** @description null: not known */
            kwh: number | null;
            estimatedKwh: number;
            basis: components["schemas"]["DayBasis"][];
            estimates: components["schemas"]["EstimateMethod"][];
        };
        BandSum: {
            band: components["schemas"]["Band"];
            kwh: number;
            /** @description yuan/kWh; null: no table of the period is known, or nothing was used */
            basePrice: string | null;
        };
        /**
         * @example {
         *       "customerId": "9900000054",
         *       "from": "2026-10-01",
         *       "to": "2026-10-02",
         *       "knownAt": "2026-11-27T13:34:15.000Z",
         *       "lines": [
         *         {
         *           "entryId": "change-000004-00001",
         *           "documentNo": "渝经信函〔2026〕41号",
         *           "industry": "钢铁",
         *           "category": "淘汰类",
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "ruleVersion": 1,
         *           "ruleDocumentNo": "发改价格〔2016〕2803号",
         *           "sourceStatus": "secondary",
         *           "from": "2026-10-01",
         *           "to": "2026-10-02",
         *           "days": 2,
         *           "band": null,
         *           "kwh": 9600.5,
         *           "measuredKwh": 9500.5,
         *           "estimatedKwh": 100,
         *           "yuanPerKwh": "0.5",
         *           "yuan": "4800.25",
         *           "gap": null,
         *           "working": [
         *             {
         *               "zh": "2026-10-01 至 2026-10-02 共 2 天，电量 9600.500 kWh（计量 9500.500，估算 100.000）。",
         *               "en": "2026-10-01 to 2026-10-02, 2 days: 9600.500 kWh (metered 9500.500, estimated 100.000)."
         *             },
         *             {
         *               "zh": "规则 CN-STEEL-ELIM-2017：加价 0.50 元/kWh。",
         *               "en": "Rule CN-STEEL-ELIM-2017: 0.50 yuan/kWh."
         *             },
         *             {
         *               "zh": "9600.500 × 0.50 = 4800.25，四舍五入至 0.01：4800.25 元。",
         *               "en": "9600.500 × 0.50 = 4800.25, half up to 0.01: 4800.25 yuan."
         *             }
         *           ]
         *         }
         *       ],
         *       "kwh": 9600.5,
         *       "measuredKwh": 9500.5,
         *       "estimatedKwh": 100,
         *       "yuan": "4800.25",
         *       "openLines": 0,
         *       "bands": [
         *         {
         *           "band": "尖峰",
         *           "kwh": 0,
         *           "basePrice": null
         *         },
         *         {
         *           "band": "峰",
         *           "kwh": 3200,
         *           "basePrice": null
         *         },
         *         {
         *           "band": "平",
         *           "kwh": 3200.5,
         *           "basePrice": null
         *         },
         *         {
         *           "band": "谷",
         *           "kwh": 3200,
         *           "basePrice": null
         *         }
         *       ],
         *       "days": [
         *         {
         *           "entryId": "change-000004-00001",
         *           "day": "2026-10-01",
         *           "kwh": 4800.5,
         *           "estimatedKwh": 0,
         *           "basis": [
         *             "interval"
         *           ],
         *           "estimates": []
         *         },
         *         {
         *           "entryId": "change-000004-00001",
         *           "day": "2026-10-02",
         *           "kwh": 4800,
         *           "estimatedKwh": 100,
         *           "basis": [
         *             "interval"
         *           ],
         *           "estimates": [
         *             "same-slots"
         *           ]
         *         }
         *       ],
         *       "notes": [
         *         {
         *           "zh": "电量按日计至 0.001 kWh；每行金额四舍五入至 0.01 元；合计为各行金额之和。",
         *           "en": "Energy is rounded to 0.001 kWh a day, each line half up to 0.01 yuan; the sum is the sum of the lines."
         *         }
         *       ]
         *     }
         */
        Bill: {
            customerId: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /**
             * Format: date-time
             * @description Until when releases were counted
             */
            knownAt: string;
            lines: components["schemas"]["BillLine"][];
            /** @description Of the lines, where it is known */
            kwh: number;
            measuredKwh: number;
            estimatedKwh: number;
            /** @description The sum of the lines that name an amount */
            yuan: string;
            /** @description Lines without an amount: they are not in the sum */
            openLines: number;
            /** @description null: not every day is told by hour */
            bands: components["schemas"]["BandSum"][] | null;
            days: components["schemas"]["BillDay"][];
            notes: {
                zh: string;
                en: string;
            }[];
        };
        /** @enum {string} */
        BillSource: "auto" | "interval" | "daily";
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "cycles": [
         *         {
         *           "from": "2026-10-01",
         *           "to": "2026-10-31",
         *           "kwh": 31000
         *         },
         *         {
         *           "from": "2026-11-01",
         *           "to": "2026-11-15",
         *           "registerFrom": 1200.5,
         *           "registerTo": 1260,
         *           "multiplier": 400
         *         }
         *       ]
         *     }
         */
        GivenBillBody: {
            /** @description 户号 */
            customerId: string;
            cycles: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @description Last day, inclusive
                 */
                to: string;
                /**
                 * @description Energy; null: of the registers
                 * @default null
                 */
                kwh: number | null;
                /**
                 * @description Register at its beginning
                 * @default null
                 */
                registerFrom: number | null;
                /**
                 * @description Register at its end
                 * @default null
                 */
                registerTo: number | null;
                /**
                 * @description CT×PT of the registers; where it changed the cycle is parted in two
                 * @default null
                 */
                multiplier: number | null;
            }[];
            /** Format: date-time */
            knownAt?: string;
        };
        /**
         * @example {
         *       "from": "2026-10-01",
         *       "to": "2026-10-31",
         *       "rules": [
         *         {
         *           "id": "CQ-STEEL-ELIM-2027",
         *           "jurisdiction": "CQ",
         *           "industries": [
         *             "钢铁"
         *           ],
         *           "category": "淘汰类",
         *           "formula": {
         *             "kind": "flat",
         *             "yuanPerKwh": "0.60"
         *           },
         *           "appliesTo": "企业生产用电",
         *           "documentNo": null,
         *           "documentTitle": "征求意见稿",
         *           "effectiveFrom": "2026-10-01",
         *           "effectiveTo": null,
         *           "sourceStatus": "original",
         *           "verification": "draft",
         *           "source": "draft",
         *           "note": "",
         *           "enabled": false
         *         }
         *       ]
         *     }
         */
        WhatIfBody: {
            /**
             * Format: date
             * @description First day
             * @example 2026-10-01
             */
            from: string;
            /**
             * Format: date
             * @description Last day, inclusive
             * @example 2026-10-31
             */
            to: string;
            /** @description Only customers of its jurisdiction on the last day */
            district?: string;
            /** @description In the words of the decisions */
            industry?: string;
            rules: components["schemas"]["TariffRule"][];
            /**
             * @description Whether the first page tells the totals of all, for which all are reckoned
             * @default true
             */
            totals: boolean;
            /** @description "next" of the page before */
            after?: string;
            /** @default 100 */
            limit: number;
        };
        WhatIfRow: {
            customerId: string;
            customerName: string;
            districtCode: string;
            industries: string[];
            /** @description Of the days on the list, by judged days */
            kwh: number;
            estimatedKwh: number;
            now: {
                yuan: string;
                /** @description Lines without an amount: they are not in the sum */
                openLines: number;
            };
            proposed: {
                yuan: string;
                /** @description Lines without an amount: they are not in the sum */
                openLines: number;
            };
            /** @description yuan, proposed less now */
            difference: string;
        };
        /**
         * @example {
         *       "customers": [
         *         {
         *           "customerId": "9900000054",
         *           "customerName": "演示·星火物资回收站",
         *           "districtCode": "500107",
         *           "industries": [
         *             "钢铁"
         *           ],
         *           "kwh": 9600.5,
         *           "estimatedKwh": 100,
         *           "now": {
         *             "yuan": "4800.25",
         *             "openLines": 0
         *           },
         *           "proposed": {
         *             "yuan": "5760.30",
         *             "openLines": 0
         *           },
         *           "difference": "960.05"
         *         }
         *       ],
         *       "totals": {
         *         "customers": 1,
         *         "kwh": 9600.5,
         *         "now": {
         *           "yuan": "4800.25",
         *           "openLines": 0
         *         },
         *         "proposed": {
         *           "yuan": "5760.30",
         *           "openLines": 0
         *         },
         *         "difference": "960.05"
         *       },
         *       "next": null
         *     }
         */
        WhatIfPage: {
            customers: components["schemas"]["WhatIfRow"][];
            /** @description Of all pages together, on the first where they are asked for; else null */
            totals: {
                customers: number;
                kwh: number;
                now: {
                    yuan: string;
                    /** @description Lines without an amount: they are not in the sum */
                    openLines: number;
                };
                proposed: {
                    yuan: string;
                    /** @description Lines without an amount: they are not in the sum */
                    openLines: number;
                };
                difference: string;
            } | null;
            next: string | null;
        };
        /** @enum {string} */
        CorrectionKind: "registry" | "backfill" | "watch" | "tariff";
        Correction: {
            id: number;
            /** Format: date-time */
            at: string;
            actor: string;
            kind: components["schemas"]["CorrectionKind"];
            /** @description The first 200 */
            changes: {
                /** @description null: of a rule */
                meterId: string | null;
                /** @default null */
                ruleId: string | null;
                /** @description First day concerned; null: from the beginning */
                from: string | null;
                /** @description Last day concerned; null: until further notice */
                to: string | null;
                fields: {
                    [key: string]: {
                        before: string;
                        after: string;
                    };
                };
            }[];
            /** @description Metering points concerned */
            points: number;
            /** @description Points that are still to be judged again */
            waiting: number;
            /** @description Days judged again so far */
            judgedDays: number;
            /** @description Days whose finding came, went or changed; of a tariff: charges of another tier */
            effects: number;
        };
        CorrectionEffect: {
            pointId: string;
            customerId: string;
            signature: components["schemas"]["Signature"];
            /** Format: date */
            day: string;
            scoreBefore: number | null;
            scoreAfter: number | null;
            /** @description State of the customer's case now; what was released is not changed by a correction */
            caseState: string | null;
        };
        TierEffect: {
            caseId: string;
            caseNumber: string;
            customerId: string;
            pointId: string;
            signature: components["schemas"]["Signature"];
            /** @description As the charge said when the rules were released */
            before: components["schemas"]["ProposedTier"] | null;
            /** @description By the rules as released */
            after: components["schemas"]["ProposedTier"] | null;
            /** @description Whether the charge is priced anew; one that was submitted or released stays as it was */
            follows: boolean;
            /** @description State of the case now */
            caseState: string;
        };
        /** @enum {string} */
        QualityMark: "gap" | "stuck" | "rollover" | "exchange" | "times-ten" | "repeated-register" | "clock-jump";
        /** @enum {string} */
        EngineName: "sqlite" | "postgresql" | "kafka" | "influxdb";
        WorkState: {
            engines: {
                name: components["schemas"]["EngineName"];
                isUp: boolean;
            }[];
            /** @description What does not answer, each in one sentence */
            problems: string[];
            /** @description When this process last made durable what it worked off; null: not since it started */
            checkpointAt: string | null;
            /** @description When the oldest reading arrived that this process has not worked off; null: none waits here */
            waitingSince: string | null;
            /** @description Readings worked off or rejected over the last minutes; null: looked at once only */
            lately: {
                readings: number;
                seconds: number;
            } | null;
        };
        /**
         * @example {
         *       "added": 1,
         *       "changed": 0,
         *       "unchanged": 1,
         *       "correctionId": null,
         *       "encoding": "utf-8",
         *       "faults": [],
         *       "unknownDistricts": []
         *     }
         */
        RegistryAnswer: {
            /** @description Entries */
            added: number;
            changed: number;
            unchanged: number;
            /** @description The correction that has days judged again; null when nothing judged is concerned */
            correctionId: number | null;
            /**
             * @description As it was found
             * @enum {string}
             */
            encoding: "ascii" | "utf-8" | "gb18030";
            /** @description Rows that were not taken */
            faults: {
                line: number;
                detail: string;
            }[];
            /** @description Codes of customers whose cases nobody can be told of */
            unknownDistricts: string[];
        };
        /**
         * @example {
         *       "meters": [
         *         {
         *           "meterId": "DEMO-0001",
         *           "pointId": "DEMO-0001",
         *           "customerId": "9900000001",
         *           "customerName": "演示·向阳仓储光伏用户",
         *           "districtCode": "500115",
         *           "industryCode": "5990",
         *           "industryEdition": "2017",
         *           "contractKva": 400,
         *           "voltageKv": 10,
         *           "intervalMinutes": 15,
         *           "licensedProcesses": [],
         *           "supplyUnit": "演示·长寿供电",
         *           "status": "in-use",
         *           "multiplier": 1,
         *           "feed": "main",
         *           "creditCode": "",
         *           "parentPointId": "",
         *           "address": "",
         *           "transformerId": "",
         *           "licensedTonnesPerYear": 0,
         *           "validFrom": null,
         *           "validTo": null
         *         }
         *       ],
         *       "next": "DEMO-0001@0"
         *     }
         */
        MeterPage: {
            /** @description Registry entries */
            meters: components["schemas"]["Meter"][];
            next: string | null;
        };
        /**
         * @example {
         *       "corrections": [
         *         {
         *           "id": 1,
         *           "at": "2026-11-27T13:34:21.840Z",
         *           "actor": "wang.fang",
         *           "kind": "watch",
         *           "changes": [
         *             {
         *               "meterId": "DEMO-0040",
         *               "ruleId": null,
         *               "from": "2026-11-20",
         *               "to": "2026-11-25",
         *               "fields": {
         *                 "watch": {
         *                   "before": "",
         *                   "after": "red-card by customer from 2026-11-20; red-card by customer from 2026-11-20"
         *                 }
         *               }
         *             }
         *           ],
         *           "points": 1,
         *           "waiting": 0,
         *           "judgedDays": 6,
         *           "effects": 0
         *         }
         *       ],
         *       "next": null
         *     }
         */
        CorrectionPage: {
            corrections: components["schemas"]["Correction"][];
            next: number | null;
        };
        /**
         * @example {
         *       "correction": {
         *         "id": 1,
         *         "at": "2026-11-27T13:34:21.840Z",
         *         "actor": "wang.fang",
         *         "kind": "watch",
         *         "changes": [
         *           {
         *             "meterId": "DEMO-0040",
         *             "ruleId": null,
         *             "from": "2026-11-20",
         *             "to": "2026-11-25",
         *             "fields": {
         *               "watch": {
         *                 "before": "",
         *                 "after": "red-card by customer from 2026-11-20; red-card by customer from 2026-11-20"
         *               }
         *             }
         *           }
         *         ],
         *         "points": 1,
         *         "waiting": 0,
         *         "judgedDays": 6,
         *         "effects": 0
         *       },
         *       "effects": [],
         *       "tiers": [],
         *       "next": null
         *     }
         */
        CorrectionAnswer: {
            correction: components["schemas"]["Correction"];
            effects: components["schemas"]["CorrectionEffect"][];
            /** @description Of released rules: open charges of another tier */
            tiers: components["schemas"]["TierEffect"][];
            next: number | null;
        };
        /**
         * @example {
         *       "whole": true,
         *       "entries": [
         *         {
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "sequence": 11,
         *           "at": "2026-11-27T13:34:16.594Z",
         *           "actor": "wang.fang",
         *           "action": "release",
         *           "from": "to-review",
         *           "to": "reported",
         *           "reason": "同意上报",
         *           "detail": {
         *             "caseVersion": 6
         *           },
         *           "previousHash": "91d29832cef46f55d4968f95eb27d92b9c52c5e3a7ef121375adf870681663e0",
         *           "hash": "b75770528d41731d23c19c3a3bd2ac0f81d77fa4ad5807793dd4ff88199f0378"
         *         }
         *       ]
         *     }
         */
        AuditAnswer: {
            /** @description Whether the hash chain verifies */
            whole: boolean;
            entries: components["schemas"]["AuditEntry"][];
        };
        /**
         * @example {
         *       "findings": [
         *         {
         *           "score": 0.995541,
         *           "evidence": [
         *             {
         *               "name": "melting-days",
         *               "value": 6,
         *               "unit": "days",
         *               "normal": "0 days",
         *               "normalZh": "0 天",
         *               "zh": "35 个可判断日中有 6 天呈熔炼形态，首日 2026-11-19",
         *               "en": "6 of 35 judged days look like melting, the first on 2026-11-19",
         *               "weight": 1
         *             },
         *             {
         *               "name": "heats",
         *               "value": 4.5,
         *               "unit": "heats/day",
         *               "normal": "5-9 heats in a night of 8 hours",
         *               "normalZh": "夜间 8 小时 5-9 炉",
         *               "zh": "熔炼日每天约 4.5 个升降周期",
         *               "en": "About 4.5 rise-and-fall cycles on a melting day",
         *               "weight": 0
         *             }
         *           ],
         *           "innocent": [
         *             {
         *               "name": "licensed-foundry",
         *               "plausibility": 0.05,
         *               "zh": "没有感应熔炼许可，行业也不是铸造。",
         *               "en": "No induction melting licence, and the trade is not casting."
         *             }
         *           ],
         *           "sentence": {
         *             "zh": "有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。",
         *             "en": "On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised."
         *           },
         *           "dates": [
         *             {
         *               "date": "2026-11-19",
         *               "from": "00:00",
         *               "to": "05:15",
         *               "kwh": 1791
         *             }
         *           ],
         *           "limits": [
         *             {
         *               "zh": "绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。",
         *               "en": "Power drawn around the meter cannot be seen without the topology of the line."
         *             }
         *           ],
         *           "inspection": {
         *             "from": "23:15",
         *             "to": "05:00",
         *             "activeNights": 6,
         *             "likelihoods": [
         *               {
         *                 "date": "2026-11-26",
         *                 "likelihood": 0.348
         *               }
         *             ],
         *             "zh": "建议检查时段 23:15–05:00（次日）：近 14 个可判断夜次中 6 次在此时段运行；今后三夜运行可能性：2026-11-26 35%，2026-11-27 16%，2026-11-28 26%。",
         *             "en": "Suggested hours 23:15-05:00 (next day): it ran then on 6 of the last 14 nights that can be judged; likelihood on the next three: 2026-11-26 35 %, 2026-11-27 16 %, 2026-11-28 26 %."
         *           },
         *           "attributableKw": 511.985,
         *           "attributableKwh": 11297.3,
         *           "id": "7f5c7c9f070b415673671b3fcb9312f38955a794",
         *           "signature": "induction-furnace",
         *           "detectorVersion": "2",
         *           "parameterHash": "3ab917d588a9f00d",
         *           "inputDigest": "1c409662f3c1d2d26c356eb96f4c5e606b7d30ac94c6c20cb38684f8a1ee4b4b",
         *           "pointId": "DEMO-0054",
         *           "customerId": "9900000054",
         *           "windowFrom": "2026-10-22",
         *           "day": "2026-11-25",
         *           "supersedes": null,
         *           "held": null
         *         }
         *       ]
         *     }
         */
        FindingPage: {
            findings: {
                score: number;
                /** @description Why nothing can be said; the score is then 0 */
                cannotJudge?: {
                    zh: string;
                    en: string;
                };
                evidence: components["schemas"]["EvidenceFact"][];
                innocent: components["schemas"]["InnocentExplanation"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /**
                 * @description When it ran, the latest last, at most 14
                 * @default []
                 */
                dates: components["schemas"]["DatedHours"][];
                /**
                 * @description What these readings cannot tell
                 * @default []
                 */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindow"] | null;
                /** @description Power of the suspected load apart from its host, kW */
                attributableKw: number;
                /** @description Energy of the suspected load over the window, kWh */
                attributableKwh: number;
                /** @description Digest of detector, version, parameters, point, customer, window and its input */
                id: string;
                signature: components["schemas"]["Signature"];
                detectorVersion: string;
                parameterHash: string;
                /** @description SHA-256 of the day features and registry facts that were judged */
                inputDigest: string;
                pointId: string;
                customerId: string;
                /** Format: date */
                windowFrom: string;
                /**
                 * Format: date
                 * @description The judged day: the last of the window
                 */
                day: string;
                /** @description The finding of the same day that this one replaces */
                supersedes: string | null;
                /** @description Why it opens no case; null: it does once its score is high enough */
                held: components["schemas"]["HeldReason"] | null;
            }[];
        };
        RejectEntry: {
            sequence: number;
            reason: string;
            detail: string;
            /** @description What arrived */
            raw: string;
            /** @description Whence, such as http:analyst or import:… */
            source: string;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            times: number;
            /** @description When it was taken in after all */
            replayedAt: string | null;
        };
        /**
         * @example {
         *       "rejects": [
         *         {
         *           "sequence": 7,
         *           "reason": "unknown-meter",
         *           "detail": "No meter DEMO-9999 in the registry: import the registry first.",
         *           "raw": "DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4",
         *           "source": "http:zhao.lei",
         *           "firstAt": "2026-11-27T13:34:18.727Z",
         *           "lastAt": "2026-11-27T13:34:18.727Z",
         *           "times": 1,
         *           "replayedAt": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        RejectPage: {
            rejects: components["schemas"]["RejectEntry"][];
            next: number | null;
        };
        /**
         * @example {
         *       "reason": "unknown-meter"
         *     }
         */
        ReplayBody: {
            /** @description Such as unknown-meter, or corrected: what lost its slot */
            reason?: string;
            /** @description Such as http:analyst or import:… */
            source?: string;
            /** @description Part of what arrived */
            text?: string;
            /** @description Only entries with a higher sequence */
            after?: number;
            /** @description Only these sequences */
            ids?: number[];
            /**
             * @description Judge days of readings that are more than 7 days behind their point, too
             * @default false
             */
            backfill: boolean;
        };
        /**
         * @example {
         *       "looked": 1,
         *       "accepted": 1,
         *       "rejected": 0,
         *       "byReason": {}
         *     }
         */
        ReplayAnswer: {
            /** @description Entries */
            looked: number;
            accepted: number;
            /** @description They stay in the book */
            rejected: number;
            /** @description Entries rejected again, by reason */
            byReason: {
                [key: string]: number;
            };
        };
        /**
         * @example {
         *       "pointId": "DEMO-0005",
         *       "days": [
         *         {
         *           "day": "2026-11-24",
         *           "intervalMinutes": 60,
         *           "kw": [
         *             411.77,
         *             420.63,
         *             422.72,
         *             412.3,
         *             407.72,
         *             413.78,
         *             412.6,
         *             410.43,
         *             418.43,
         *             411.09,
         *             410.99,
         *             431.47,
         *             423.31,
         *             411.62,
         *             424.04,
         *             408.05,
         *             406.03,
         *             418.11,
         *             419.54,
         *             422.09,
         *             416.64,
         *             405.34,
         *             417.28,
         *             405.33
         *           ],
         *           "kvar": null
         *         }
         *       ]
         *     }
         */
        Curve: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                intervalMinutes: number;
                /** @description Mean power of each interval of the day, kW */
                kw: (number | null)[];
                kvar: (number | null)[] | null;
            }[];
        };
        /**
         * @example {
         *       "pointId": "DEMO-0054",
         *       "days": [
         *         {
         *           "day": "2026-11-24",
         *           "from": "curve",
         *           "kwh": 2191.53,
         *           "sharpKwh": null,
         *           "peakKwh": 141.485,
         *           "flatKwh": 426.66,
         *           "valleyKwh": 1623.38,
         *           "maxKw": 523.19,
         *           "readings": 96,
         *           "expected": 96,
         *           "marks": []
         *         }
         *       ]
         *     }
         */
        DaySums: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                /**
                 * @description What the energy is reckoned from
                 * @enum {string}
                 */
                from: "curve" | "registers";
                /** @description Of the readings there are, primary side */
                kwh: number | null;
                sharpKwh: number | null;
                peakKwh: number | null;
                flatKwh: number | null;
                valleyKwh: number | null;
                maxKw: number | null;
                /** @description How many there are; of registers 1 */
                readings: number;
                /** @description How many there would be without gaps */
                expected: number;
                marks: components["schemas"]["QualityMark"][];
            }[];
        };
        /**
         * @example {
         *       "pointId": "DEMO-0054",
         *       "days": [
         *         {
         *           "day": "2026-11-24",
         *           "districtCode": "500107",
         *           "trade": null,
         *           "customers": 22,
         *           "measures": [
         *             {
         *               "name": "peakOverRest",
         *               "own": 0.138031,
         *               "median": 1.26502,
         *               "mad": 0.31509
         *             },
         *             {
         *               "name": "nightOverWork",
         *               "own": 16.0289,
         *               "median": 0.546526,
         *               "mad": 0.433078
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        PeerDays: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                districtCode: string;
                /** @description Division of GB/T 4754 it is compared within; null: all trades of the district */
                trade: string | null;
                /** @description Other customers it is compared with; null: fewer than 8, so nothing is told */
                customers: number | null;
                /** @description …Shift is ln of the day over the median of own days of its kind in the three weeks before */
                measures: {
                    name: string;
                    own: number | null;
                    median: number;
                    /** @description Median absolute deviation */
                    mad: number;
                }[];
            }[];
        };
        /**
         * @example {
         *       "pointId": "DEMO-0054",
         *       "days": [
         *         {
         *           "day": "2026-11-24",
         *           "documentNo": "渝发改规范〔2021〕14号",
         *           "sourceStatus": "secondary",
         *           "startVerified": false,
         *           "bands": [
         *             {
         *               "band": "谷",
         *               "from": "00:00",
         *               "to": "08:00"
         *             },
         *             {
         *               "band": "平",
         *               "from": "08:00",
         *               "to": "11:00"
         *             },
         *             {
         *               "band": "峰",
         *               "from": "11:00",
         *               "to": "17:00"
         *             },
         *             {
         *               "band": "平",
         *               "from": "17:00",
         *               "to": "20:00"
         *             },
         *             {
         *               "band": "峰",
         *               "from": "20:00",
         *               "to": "22:00"
         *             },
         *             {
         *               "band": "平",
         *               "from": "22:00",
         *               "to": "24:00"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        PointBands: {
            pointId: string;
            days: {
                /** Format: date */
                day: string;
                documentNo: string;
                sourceStatus: components["schemas"]["SourceStatus"];
                /** @description false: its first day of force was not found; days since its publication go by it */
                startVerified: boolean;
                /** @description From 00:00 to 24:00, in order */
                bands: {
                    band: components["schemas"]["Band"];
                    from: string;
                    to: string;
                }[];
            }[];
        };
        /**
         * @example {
         *       "outcomes": {
         *         "accepted": 193190,
         *         "corrected": 4,
         *         "duplicate": 17,
         *         "implausible-power": 1,
         *         "time-before-2005": 1,
         *         "unknown-meter": 3
         *       },
         *       "waiting": 0,
         *       "toJudgeAgain": 0,
         *       "meters": 63,
         *       "judgedDays": 2170,
         *       "markedDays": {
         *         "gap": 3,
         *         "stuck": 140
         *       },
         *       "heldFindings": 0,
         *       "notices": [],
         *       "work": {
         *         "engines": [
         *           {
         *             "name": "sqlite",
         *             "isUp": true
         *           }
         *         ],
         *         "problems": [],
         *         "checkpointAt": "2026-11-27T13:33:52.118Z",
         *         "waitingSince": null,
         *         "lately": {
         *           "readings": 193217,
         *           "seconds": 64.2
         *         }
         *       },
         *       "openCases": 6,
         *       "alertsWaiting": 1
         *     }
         */
        StatusAnswer: {
            /** @description Readings worked off or rejected, by what became of them */
            outcomes?: {
                [key: string]: number;
            };
            /** @description Readings that are durable and wait to be judged, and suspicions that wait to be weighed */
            waiting?: number;
            /** @description Stretches of days that corrections asked for and that wait */
            toJudgeAgain?: number;
            meters?: number;
            judgedDays?: number;
            /** @description Judged days by what is odd about their readings */
            markedDays?: {
                [key: string]: number;
            };
            /** @description Current findings that open no case, as the peers moved too or somebody answers for them */
            heldFindings?: number;
            /** @description What somebody should know of and decide */
            notices?: {
                zh: string;
                en: string;
            }[];
            /** @description null: the work does not answer in time */
            work?: components["schemas"]["WorkState"] | null;
            /** @description Of those that are seen */
            openCases: number;
            /** @description Of cases that are seen */
            alertsWaiting: number;
        };
        /** @enum {string} */
        VersionState: "shadow" | "active" | "retired";
        DetectorVersion: {
            signature: components["schemas"]["Signature"];
            version: string;
            state: components["schemas"]["VersionState"];
            /** @description First day it judges; null in shadow, or from the beginning */
            since: string | null;
            /** @description Distinct days of data judged in shadow; a release takes 14 */
            shadowDays: number;
            firstShadowDay: string | null;
            /** @description Whether this program holds it */
            inProgram: boolean;
            reason: string;
            proposedBy: string | null;
            proposedAt: string | null;
            releasedBy: string | null;
            releasedAt: string | null;
            /** @description Whether its audit chain verifies */
            auditWhole: boolean;
        };
        /**
         * @example {
         *       "reason": "文件属实"
         *     }
         */
        ReasonBody: {
            /** @default  */
            reason: string;
        };
        /**
         * @example {
         *       "criteria": [
         *         {
         *           "yellowFrom": 0.75,
         *           "orangeFrom": 0.9,
         *           "redFrom": 0.96,
         *           "closeBelow": 0.65,
         *           "id": "criterion-000001",
         *           "signature": "induction-furnace",
         *           "detectorVersion": "2",
         *           "validFrom": "2026-12-04",
         *           "reason": "11月查实率高于要求",
         *           "state": "released",
         *           "proposedBy": "li.na",
         *           "proposedAt": "2026-11-27T13:34:18.197Z",
         *           "releasedBy": "wang.fang",
         *           "releasedAt": "2026-11-27T13:34:18.250Z",
         *           "refusedBy": null,
         *           "refusedAt": null,
         *           "levels": [
         *             {
         *               "level": "red",
         *               "from": 0.96,
         *               "expectation": {
         *                 "signature": "induction-furnace",
         *                 "level": "red",
         *                 "precision": 1,
         *                 "lower": 0.956,
         *                 "meters": 4248,
         *                 "source": "simulated population: 4500 meters, seeds 12, 13, 14",
         *                 "sourceZh": "仿真总体 4500 户，随机种子 12、13、14"
         *               },
         *               "sentence": {
         *                 "zh": "红级：评测中该级线索100 %属实，95 % 置信下限95.6 %（合法用户 4248 户；仿真总体 4500 户，随机种子 12、13、14）；现场查实比例尚未测定。",
         *                 "en": "Level red: 100 % of its leads were right in the evaluation, at least 95.6 % (95 % bound; 4248 legal meters; simulated population: 4500 meters, seeds 12, 13, 14); the share confirmed on site is not measured."
         *               },
         *               "measured": {
         *                 "confirmed": 0,
         *                 "of": 0,
         *                 "precision": null,
         *                 "lower": null,
         *                 "upper": null
         *               }
         *             }
         *           ],
         *           "auditWhole": true
         *         }
         *       ]
         *     }
         */
        CriterionList: {
            criteria: components["schemas"]["CriterionView"][];
        };
        /**
         * @example {
         *       "criterion": {
         *         "yellowFrom": 0.75,
         *         "orangeFrom": 0.9,
         *         "redFrom": 0.96,
         *         "closeBelow": 0.65,
         *         "id": "criterion-000001",
         *         "signature": "induction-furnace",
         *         "detectorVersion": "2",
         *         "validFrom": "2026-12-04",
         *         "reason": "11月查实率高于要求",
         *         "state": "released",
         *         "proposedBy": "li.na",
         *         "proposedAt": "2026-11-27T13:34:18.197Z",
         *         "releasedBy": "wang.fang",
         *         "releasedAt": "2026-11-27T13:34:18.250Z",
         *         "refusedBy": null,
         *         "refusedAt": null
         *       }
         *     }
         */
        CriterionAnswer: {
            criterion: components["schemas"]["Criterion"];
        };
        /**
         * @example {
         *       "versions": [
         *         {
         *           "signature": "crypto-mining",
         *           "version": "2",
         *           "state": "active",
         *           "since": null,
         *           "shadowDays": 0,
         *           "firstShadowDay": null,
         *           "inProgram": true,
         *           "reason": "",
         *           "proposedBy": null,
         *           "proposedAt": null,
         *           "releasedBy": "built-in",
         *           "releasedAt": "2026-11-27T13:34:09.134Z",
         *           "auditWhole": true
         *         }
         *       ]
         *     }
         */
        VersionList: {
            versions: components["schemas"]["DetectorVersion"][];
        };
        /**
         * @example {
         *       "outcome": "confirmed",
         *       "note": "区经信委现场查实，中频炉一台",
         *       "inspectedOn": "2026-11-27",
         *       "metRunning": true
         *     }
         * @example {
         *       "outcome": "dismissed",
         *       "cause": "licensed-process",
         *       "note": "有感应熔炼许可",
         *       "holdUntil": "2027-05-31"
         *     }
         */
        OutcomeRequest: {
            outcome: components["schemas"]["ChargeOutcome"];
            /**
             * @description Of a dismissed charge, and of no other
             * @default null
             */
            cause: components["schemas"]["DismissalCause"] | null;
            note: string;
            /**
             * @description Plant day of the inspection
             * @default null
             */
            inspectedOn: string | null;
            /**
             * @description Whether the inspection met it running
             * @default null
             */
            metRunning: boolean | null;
            /**
             * Format: date
             * @description Of a dismissed charge: last day it keeps its signature from opening a case; 12 months unless told
             */
            holdUntil?: string;
            /** @description Of a dismissed charge: up to which power it does, kW; 1.3 times its own unless told */
            holdKw?: number;
            /** @description Of a charge passed on (转办): to whom; of no other */
            passedTo?: string;
            /** @description The version looked at; refused when it has changed since */
            version?: number;
        };
        /**
         * @example {
         *       "case": {
         *         "id": "case-d54c3e73a325fa29ab4f",
         *         "number": "2026-00005",
         *         "customerId": "9900000054",
         *         "customerName": "演示·星火物资回收站",
         *         "districtCode": "500107",
         *         "state": "closed",
         *         "version": 12,
         *         "openedAt": "2026-11-21T00:00:00+08:00",
         *         "submittedBy": "li.na",
         *         "reportedAt": "2026-11-27T21:34:16+08:00",
         *         "closedAt": "2026-11-27T21:34:17+08:00",
         *         "supplyUnit": "演示·九龙供电",
         *         "industryCode": "5191",
         *         "source": "finding",
         *         "openedBy": "system",
         *         "assignee": "li.na",
         *         "snoozedUntil": null,
         *         "snoozeReason": "",
         *         "mergedInto": null,
         *         "toldDistrict": "500107",
         *         "department": "经信委",
         *         "enteredAt": "2026-11-27T21:34:17+08:00",
         *         "dueAt": null,
         *         "escalatedAt": null,
         *         "urgedAt": "2026-11-27T21:34:16+08:00",
         *         "withdrawnAt": null,
         *         "stakeYuan": 5648.67,
         *         "priority": 5648.67,
         *         "charges": [
         *           {
         *             "signature": "induction-furnace",
         *             "level": "red",
         *             "score": 0.995541,
         *             "criterion": {
         *               "id": "built-in-induction-furnace",
         *               "yellowFrom": 0.7,
         *               "orangeFrom": 0.8,
         *               "redFrom": 0.9,
         *               "closeBelow": 0.6
         *             },
         *             "pointId": "DEMO-0054",
         *             "findingId": "7f5c7c9f070b415673671b3fcb9312f38955a794",
         *             "byHand": null,
         *             "day": "2026-11-25",
         *             "windowFrom": "2026-10-22",
         *             "openedAt": "2026-11-21T00:00:00+08:00",
         *             "evidence": [
         *               {
         *                 "name": "melting-days",
         *                 "value": 6,
         *                 "unit": "days",
         *                 "normal": "0 days",
         *                 "normalZh": "0 天",
         *                 "zh": "35 个可判断日中有 6 天呈熔炼形态，首日 2026-11-19",
         *                 "en": "6 of 35 judged days look like melting, the first on 2026-11-19",
         *                 "weight": 1
         *               },
         *               {
         *                 "name": "heats",
         *                 "value": 4.5,
         *                 "unit": "heats/day",
         *                 "normal": "5-9 heats in a night of 8 hours",
         *                 "normalZh": "夜间 8 小时 5-9 炉",
         *                 "zh": "熔炼日每天约 4.5 个升降周期",
         *                 "en": "About 4.5 rise-and-fall cycles on a melting day",
         *                 "weight": 0
         *               }
         *             ],
         *             "innocent": [
         *               {
         *                 "name": "licensed-foundry",
         *                 "plausibility": 0.05,
         *                 "zh": "没有感应熔炼许可，行业也不是铸造。",
         *                 "en": "No induction melting licence, and the trade is not casting."
         *               }
         *             ],
         *             "sentence": {
         *               "zh": "有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。",
         *               "en": "On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised."
         *             },
         *             "dates": [
         *               {
         *                 "date": "2026-11-19",
         *                 "from": "00:00",
         *                 "to": "05:15",
         *                 "kwh": 1791
         *               }
         *             ],
         *             "limits": [
         *               {
         *                 "zh": "绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。",
         *                 "en": "Power drawn around the meter cannot be seen without the topology of the line."
         *               }
         *             ],
         *             "inspection": {
         *               "from": "23:15",
         *               "to": "05:00",
         *               "activeNights": 6,
         *               "likelihoods": [
         *                 {
         *                   "date": "2026-11-26",
         *                   "likelihood": 0.348
         *                 }
         *               ],
         *               "zh": "建议检查时段 23:15–05:00（次日）：近 14 个可判断夜次中 6 次在此时段运行；今后三夜运行可能性：2026-11-26 35%，2026-11-27 16%，2026-11-28 26%。",
         *               "en": "Suggested hours 23:15-05:00 (next day): it ran then on 6 of the last 14 nights that can be judged; likelihood on the next three: 2026-11-26 35 %, 2026-11-27 16 %, 2026-11-28 26 %."
         *             },
         *             "attributableKw": 511.985,
         *             "attributableKwh": 11297.3,
         *             "peers": {
         *               "districtCode": "500107",
         *               "trade": null,
         *               "day": "2026-11-25",
         *               "customers": 22,
         *               "digest": "9a26059a587ba373341a9ae9a7ed499de8a7905a0e63ad2329049b4c73c2a492"
         *             },
         *             "unsupported": false,
         *             "tier": {
         *               "ruleId": "CN-STEEL-ELIM-2017",
         *               "ruleVersion": 1,
         *               "category": "淘汰类",
         *               "yuanPerKwh": "0.50",
         *               "documentNo": "发改价格〔2016〕2803号",
         *               "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *               "effectiveFrom": "2017-01-01",
         *               "sourceStatus": "secondary",
         *               "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *               "label": "拟适用",
         *               "appliesTo": "目录限制类/淘汰类装置所属企业生产用电；加在目录销售电价或市场交易电价之上",
         *               "firstMeasure": "依法取缔",
         *               "asOf": "2026-11-25"
         *             },
         *             "estimate": {
         *               "from": "2026-10-22",
         *               "to": "2026-11-25",
         *               "days": 35,
         *               "kwh": 24252.4,
         *               "yuan": "12126.19",
         *               "attributableKwh": 11297.3,
         *               "attributableYuan": "5648.67"
         *             }
         *           }
         *         ]
         *       },
         *       "outcome": {
         *         "outcome": "confirmed",
         *         "cause": null,
         *         "note": "区经信委现场查实，中频炉一台",
         *         "inspectedOn": "2026-11-27",
         *         "metRunning": true,
         *         "holdUntil": null,
         *         "holdKw": null,
         *         "passedTo": "",
         *         "caseId": "case-d54c3e73a325fa29ab4f",
         *         "signature": "induction-furnace",
         *         "sequence": 1,
         *         "final": true,
         *         "lapsed": false,
         *         "recordedBy": "wang.fang",
         *         "recordedAt": "2026-11-27T13:34:17.001Z",
         *         "districtCode": "500107",
         *         "level": "red",
         *         "score": 0.995541,
         *         "detectorVersion": "2",
         *         "criterionId": "built-in-induction-furnace",
         *         "attributableKw": 511.985
         *       },
         *       "undoableUntil": null
         *     }
         */
        OutcomeAnswer: {
            case: components["schemas"]["Case"];
            outcome: components["schemas"]["RecordedOutcome"];
            /** @description Until then the same person may undo it, while nothing else changes; null: it stands */
            undoableUntil: string | null;
        };
        /**
         * @example {
         *       "rows": [
         *         {
         *           "confirmed": 1,
         *           "of": 1,
         *           "precision": 1,
         *           "lower": 0.206549,
         *           "upper": 1,
         *           "key": "induction-furnace 2",
         *           "dismissed": 0,
         *           "byCause": {},
         *           "cannotVerify": 0,
         *           "passedOn": 0
         *         }
         *       ],
         *       "advice": [
         *         {
         *           "signature": "induction-furnace",
         *           "outcomes": 1,
         *           "thresholds": null,
         *           "sentence": {
         *             "zh": "仅有 1 条查实或排除的结果，不足 20 条，不提出阈值建议。",
         *             "en": "Only 1 charges were confirmed or dismissed; 20 are needed before a threshold is advised."
         *           }
         *         }
         *       ]
         *     }
         */
        BoardAnswer: {
            rows: components["schemas"]["BoardRow"][];
            /** @description By outcomes of the period, of the versions that judge now */
            advice: components["schemas"]["ThresholdAdvice"][];
        };
        /** @enum {string} */
        TimedState: "to-check" | "on-site" | "to-review" | "reported" | "acknowledged" | "handling" | "answered";
        /**
         * @example {
         *       "workingDays": 5,
         *       "reason": "按市专班要求"
         *     }
         */
        DeadlineBody: {
            workingDays: number;
            reason: string;
        };
        Deadline: {
            state: components["schemas"]["TimedState"];
            workingDays: number;
            /** @description null: ours, for the authority to set */
            setBy: string | null;
            setAt: string | null;
        };
        /**
         * @example {
         *       "deadline": {
         *         "state": "to-check",
         *         "workingDays": 5,
         *         "setBy": "chen.jing",
         *         "setAt": "2026-11-27T13:34:18.397Z"
         *       }
         *     }
         */
        DeadlineAnswer: {
            deadline: components["schemas"]["Deadline"];
        };
        /**
         * @example {
         *       "deadlines": [
         *         {
         *           "state": "to-check",
         *           "workingDays": 5,
         *           "setBy": "chen.jing",
         *           "setAt": "2026-11-27T13:34:18.397Z"
         *         },
         *         {
         *           "state": "on-site",
         *           "workingDays": 5,
         *           "setBy": null,
         *           "setAt": null
         *         }
         *       ]
         *     }
         */
        DeadlineList: {
            deadlines: components["schemas"]["Deadline"][];
        };
        /** @enum {string} */
        OverdueBy: "district" | "state" | "supplyUnit";
        OverdueRow: {
            /** @description Code of the district that was told, else of the customer; state; 供电单位 */
            key: string;
            open: number;
            /** @description Due within one working day */
            dueSoon: number;
            overdue: number;
            /** @description Pressed for (督办) */
            urged: number;
            levels: {
                red: number;
                orange: number;
                yellow: number;
            };
            /** @description Attributable energy, kWh; null: not for who asks */
            stakeKwh: number | null;
            /** @description The same at the proposed tiers, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description The case that is overdue longest */
            oldest: {
                number: string;
                /** @description Working days begun since it was due */
                days: number;
            } | null;
        };
        /**
         * @example {
         *       "rows": [
         *         {
         *           "key": "500107",
         *           "open": 2,
         *           "dueSoon": 0,
         *           "overdue": 0,
         *           "urged": 1,
         *           "oldest": null,
         *           "levels": {
         *             "red": 1,
         *             "orange": 1,
         *             "yellow": 0
         *           },
         *           "stakeKwh": 84000,
         *           "stakeYuan": 42000
         *         }
         *       ]
         *     }
         */
        OverdueBoard: {
            rows: components["schemas"]["OverdueRow"][];
        };
        /** @enum {string} */
        ExportFormat: "csv" | "xlsx";
        AuditRoot: {
            /**
             * Format: date
             * @description Of the plant (Asia/Shanghai)
             */
            day: string;
            /** @description Links that lie in the day */
            links: number;
            /** @description SHA-256 over "chain\nsequence\nhash\n" of each link, by chain and sequence */
            linksHash: string;
            /** @description Of the root of the day before; of the first root 64 zeros */
            previousHash: string;
            /** @description SHA-256 over the JSON of day (counted from 1970-01-01), links, links_hash, made_at, previous_hash */
            hash: string;
            /** Format: date-time */
            madeAt: string;
        };
        /**
         * @example {
         *       "roots": [
         *         {
         *           "day": "2026-01-01",
         *           "links": 5,
         *           "linksHash": "23ffdd727682e162373658619dde4d016f1605e27b467619f11078f9d93b4793",
         *           "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
         *           "hash": "1ea27e1fd971fbbb8ad9e4a9bd3e1b7590d67db5e8d35a1c2bed49104493c9fc",
         *           "madeAt": "2026-01-03T00:00:00.000Z"
         *         }
         *       ],
         *       "next": "2026-01-01"
         *     }
         */
        AuditRootPage: {
            roots: components["schemas"]["AuditRoot"][];
            next: string | null;
        };
        AuditFault: {
            /** @description Id of the chain; "roots" for the roots of the days */
            chain: string;
            /** @description Of the link; null: of the chain as a whole, or of a root */
            sequence: number | null;
            /** @description Of the root; null: of a link */
            day: string | null;
            /** @enum {string} */
            at: "sequence" | "previous-hash" | "hash" | "head" | "owner-head" | "root-missing" | "root-links" | "root-previous-hash" | "root-hash";
            stored: string;
            rebuilt: string;
        };
        /**
         * @example {
         *       "whole": true,
         *       "chains": 5,
         *       "links": 5,
         *       "roots": 1,
         *       "sealedTo": "2026-01-02",
         *       "faults": [],
         *       "faultsInAll": 0
         *     }
         */
        AuditVerification: {
            whole: boolean;
            chains: number;
            links: number;
            roots: number;
            /** @description The last day that has a root */
            sealedTo: string | null;
            /** @description The first of them */
            faults: components["schemas"]["AuditFault"][];
            faultsInAll: number;
        };
        /**
         * @example {
         *       "entries": [
         *         {
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "sequence": 11,
         *           "at": "2026-11-27T13:34:16.594Z",
         *           "actor": "wang.fang",
         *           "action": "release",
         *           "from": "to-review",
         *           "to": "reported",
         *           "reason": "同意上报",
         *           "detail": {
         *             "caseVersion": 6
         *           },
         *           "previousHash": "91d29832cef46f55d4968f95eb27d92b9c52c5e3a7ef121375adf870681663e0",
         *           "hash": "b75770528d41731d23c19c3a3bd2ac0f81d77fa4ad5807793dd4ff88199f0378"
         *         }
         *       ],
         *       "next": "1795786449134.1.detector-induction-furnace-2"
         *     }
         */
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        MessageHeaders: {
            /**
             * @description secondary: the registry’s multiplier of the day applies; primary when absent
             * @enum {string}
             */
            side?: "primary" | "secondary";
            /**
             * @description 00:00: the first point of a day row ends at the midnight that opens the day
             * @enum {string}
             */
            "first-point"?: "00:15" | "00:00";
            /**
             * @description judge: a backfill, whose days are judged again however late they come
             * @enum {string}
             */
            late?: "store" | "judge";
        };
        RejectedHeaders: {
            reason: components["schemas"]["RejectReason"];
            /** @description One sentence for a person */
            detail: string;
            /** @description topic/partition/offset it was read from, or who sent it by HTTP */
            source: string;
            /** @description Bytes it had; it was too large for the topic, which has its beginning and none of its other headers */
            cut?: string;
        };
        /**
         * @example {
         *       "meterId": "DEMO-0005",
         *       "date": "2026-11-24",
         *       "kw": [
         *         411.77,
         *         420.63,
         *         422.72,
         *         412.3,
         *         407.72,
         *         413.78,
         *         412.6,
         *         410.43,
         *         418.43,
         *         411.09,
         *         410.99,
         *         431.47,
         *         423.31,
         *         411.62,
         *         424.04,
         *         408.05,
         *         406.03,
         *         418.11,
         *         419.54,
         *         422.09,
         *         416.64,
         *         405.34,
         *         417.28,
         *         405.33
         *       ]
         *     }
         */
        DayRow: {
            meterId: string;
            /**
             * Format: date
             * @description Plant day
             */
            date: string;
            /** @description Mean active power of each interval, kW; 96, 48 or 24 of them */
            kw: (number | null)[];
            /** @description Mean reactive power, as many */
            kvar?: (number | null)[] | null;
            /** @description A higher revision wins its slots */
            revision?: number | null;
        };
        /**
         * @example {
         *       "meterId": "DEMO-0054",
         *       "date": "2026-11-24",
         *       "total": 70218.4,
         *       "valley": 41022.7,
         *       "maxKw": 523.2
         *     }
         */
        DailyRegister: {
            meterId: string;
            /**
             * Format: date
             * @description Plant day; its registers are those of the midnight that ends it
             */
            date: string;
            /** @description Forward active energy 正向有功总, kWh */
            total: number;
            /** @description 尖, kWh */
            sharp?: number | null;
            /** @description 峰, kWh */
            peak?: number | null;
            /** @description 平, kWh */
            flat?: number | null;
            /** @description 谷, kWh */
            valley?: number | null;
            /** @description Highest demand of the day, kW */
            maxKw?: number | null;
            /** @description When it was reached */
            maxKwAt?: string | null;
            /** @description A higher revision wins the day */
            revision?: number | null;
        };
        /** @enum {string} */
        FileMediaType: "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "image/heic" | "video/mp4" | "text/csv" | "text/plain" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        CaseFile: {
            id: string;
            caseId: string;
            name: string;
            /** @description As its bytes show */
            mediaType: components["schemas"]["FileMediaType"];
            bytes: number;
            sha256: string;
            note: string;
            /** @description Whether districts that see the case see it */
            shared: boolean;
            uploadedBy: string;
            /** Format: date-time */
            uploadedAt: string;
            /** @description A withdrawn file is kept; districts see it no more */
            withdrawnAt: string | null;
        };
        /**
         * @example {
         *       "file": {
         *         "id": "file-0066d7d682d496064be8",
         *         "caseId": "case-d54c3e73a325fa29ab4f",
         *         "name": "inspection.txt",
         *         "mediaType": "text/plain",
         *         "bytes": 71,
         *         "sha256": "3889bba65b7cfa1461e82f15d9ef4140fffd461796e6a1ff92e18ca7192e6615",
         *         "note": "现场检查记录",
         *         "shared": true,
         *         "uploadedBy": "li.na",
         *         "uploadedAt": "2026-11-27T13:34:16.451Z",
         *         "withdrawnAt": null
         *       }
         *     }
         */
        FileAnswer: {
            file: components["schemas"]["CaseFile"];
        };
        /**
         * @example {
         *       "files": [
         *         {
         *           "id": "file-0066d7d682d496064be8",
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "name": "inspection.txt",
         *           "mediaType": "text/plain",
         *           "bytes": 71,
         *           "sha256": "3889bba65b7cfa1461e82f15d9ef4140fffd461796e6a1ff92e18ca7192e6615",
         *           "note": "现场检查记录",
         *           "shared": true,
         *           "uploadedBy": "li.na",
         *           "uploadedAt": "2026-11-27T13:34:16.451Z",
         *           "withdrawnAt": null
         *         }
         *       ]
         *     }
         */
        FileList: {
            files: components["schemas"]["CaseFile"][];
        };
        /**
         * @example {
         *       "reason": "误传"
         *     }
         */
        WithdrawBody: {
            reason: string;
        };
        /** @enum {string} */
        CaseSort: "priority" | "opened" | "number" | "level" | "due";
        /** @enum {string} */
        SortOrder: "asc" | "desc";
        /** @description Whom it is assigned to, its sleep, stake and priority stay inside: null for a government. */
        CaseSummary: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseState"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSource"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string | null;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            stakeYuan: (number | null) | null;
            priority: (number | null) | null;
            /** @description Of its highest charge */
            level: components["schemas"]["Level"] | null;
            charges: {
                signature: components["schemas"]["Signature"];
                level: components["schemas"]["Level"];
                score: number;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
            }[];
        };
        /**
         * @example {
         *       "cases": [
         *         {
         *           "id": "case-76479872e5163476bd0b",
         *           "number": "2026-00001",
         *           "customerId": "9900000045",
         *           "customerName": "演示·江畔仓储有限公司",
         *           "districtCode": "500157",
         *           "state": "to-check",
         *           "version": 10,
         *           "openedAt": "2026-10-25T00:00:00+08:00",
         *           "submittedBy": null,
         *           "reportedAt": null,
         *           "closedAt": null,
         *           "supplyUnit": "演示·两江供电",
         *           "industryCode": "5990",
         *           "source": "finding",
         *           "openedBy": "system",
         *           "assignee": null,
         *           "snoozedUntil": null,
         *           "snoozeReason": "",
         *           "mergedInto": null,
         *           "toldDistrict": null,
         *           "department": "",
         *           "enteredAt": "2026-11-27T21:34:13+08:00",
         *           "dueAt": "2026-12-03T00:00:00+08:00",
         *           "escalatedAt": null,
         *           "urgedAt": null,
         *           "withdrawnAt": null,
         *           "stakeYuan": 34927.8,
         *           "priority": 34927.8,
         *           "level": "red",
         *           "charges": [
         *             {
         *               "signature": "induction-furnace",
         *               "level": "red",
         *               "score": 0.997155,
         *               "openedAt": "2026-10-25T00:00:00+08:00"
         *             }
         *           ]
         *         }
         *       ],
         *       "next": "WyJkQ0laVXpaLXFWVHQiLCIyMDI2LTAwMDAyIiwiY2FzZS02YmIzZTM4ZmQ1MThlM2QzNGE2NyJd",
         *       "total": 5
         *     }
         */
        CasePage: {
            cases: components["schemas"]["CaseSummary"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
            /** @description Only when asked with count=true */
            total?: number;
        };
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "signature": "crypto-mining",
         *       "source": "tip",
         *       "note": "群众举报：夜间风机噪声大"
         *     }
         */
        CaseByHand: {
            /** @description 户号, which the registry must hold */
            customerId: string;
            signature: components["schemas"]["Signature"];
            /** @enum {string} */
            source: "tip" | "survey" | "inspection";
            /** @default yellow */
            level: components["schemas"]["Level"];
            /** @description What was said or seen; name no tipster */
            note: string;
            /** @description Metering point it is about; the first of the customer unless told */
            pointId?: string;
        };
        /**
         * @example {
         *       "case": {
         *         "id": "case-d54c3e73a325fa29ab4f",
         *         "number": "2026-00005",
         *         "customerId": "9900000054",
         *         "customerName": "演示·星火物资回收站",
         *         "districtCode": "500107",
         *         "state": "to-check",
         *         "version": 14,
         *         "openedAt": "2026-11-21T00:00:00+08:00",
         *         "submittedBy": "li.na",
         *         "reportedAt": "2026-11-27T21:34:16+08:00",
         *         "closedAt": null,
         *         "supplyUnit": "演示·九龙供电",
         *         "industryCode": "5191",
         *         "source": "finding",
         *         "openedBy": "system",
         *         "assignee": "li.na",
         *         "snoozedUntil": null,
         *         "snoozeReason": "",
         *         "mergedInto": null,
         *         "toldDistrict": null,
         *         "department": "",
         *         "enteredAt": "2026-11-27T21:34:17+08:00",
         *         "dueAt": "2026-12-03T00:00:00+08:00",
         *         "escalatedAt": null,
         *         "urgedAt": "2026-11-27T21:34:16+08:00",
         *         "withdrawnAt": null,
         *         "stakeYuan": 5648.67,
         *         "priority": 5648.67,
         *         "charges": [
         *           {
         *             "signature": "crypto-mining",
         *             "level": "yellow",
         *             "score": 0,
         *             "criterion": null,
         *             "pointId": "DEMO-0054",
         *             "findingId": null,
         *             "byHand": {
         *               "source": "tip",
         *               "note": "群众举报夜间有大量风机噪声",
         *               "by": "li.na",
         *               "at": "2026-11-27T21:34:17+08:00",
         *               "level": "yellow",
         *               "pointId": "DEMO-0054"
         *             },
         *             "day": "2026-11-27",
         *             "windowFrom": "2026-10-24",
         *             "openedAt": "2026-11-27T21:34:17+08:00",
         *             "evidence": [],
         *             "innocent": [],
         *             "sentence": {
         *               "zh": "举报：群众举报夜间有大量风机噪声",
         *               "en": "Tip: 群众举报夜间有大量风机噪声"
         *             },
         *             "dates": [],
         *             "limits": [],
         *             "inspection": null,
         *             "attributableKw": 0,
         *             "attributableKwh": 0,
         *             "peers": null,
         *             "unsupported": false,
         *             "tier": {
         *               "ruleId": "CN-MINING-2021",
         *               "ruleVersion": 1,
         *               "category": "淘汰类",
         *               "yuanPerKwh": "0.30",
         *               "documentNo": "发改运行〔2021〕1283号",
         *               "documentTitle": "国家发展改革委等部门关于整治虚拟货币“挖矿”活动的通知",
         *               "effectiveFrom": "2021-09-24",
         *               "sourceStatus": "memory",
         *               "verification": "DOC, 淘汰类 treatment VERIFIED; 0.30 FROM MEMORY (high)",
         *               "label": "拟适用（标准待核）",
         *               "appliesTo": "挖矿户号全部用电量",
         *               "firstMeasure": null,
         *               "asOf": "2026-11-27"
         *             },
         *             "estimate": null
         *           }
         *         ]
         *       }
         *     }
         */
        CaseAnswer: {
            case: components["schemas"]["Case"];
        };
        /**
         * @example {
         *       "with": [
         *         "2026-00006"
         *       ],
         *       "reason": "同一厂区，并案"
         *     }
         */
        MergeBody: {
            with: string[];
            reason: string;
        };
        /**
         * @example {
         *       "member": "2026-00006",
         *       "reason": "分属两户"
         *     }
         */
        SplitBody: {
            /** @description Number or id of a case */
            member: string;
            reason: string;
        };
        /**
         * @example {
         *       "customerId": "9900000001",
         *       "owner": "演示·长寿供电 客户服务部",
         *       "reason": "经备案的数据中心",
         *       "document": "渝发改备〔2026〕112号",
         *       "until": "2027-05-26"
         *     }
         */
        KnownGoodBody: {
            /** @description 户号 */
            customerId: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["Signature"] | null;
            /** @description Who answers for it */
            owner: string;
            reason: string;
            /** @description Number and title of what it rests on */
            document: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
        };
        /** @enum {string} */
        KnownGoodState: "proposed" | "active" | "refused" | "ended" | "over";
        KnownGood: {
            /** @description 户号 */
            customerId: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["Signature"] | null;
            /** @description Who answers for it */
            owner: string;
            reason: string;
            /** @description Number and title of what it rests on */
            document: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
            id: string;
            state: components["schemas"]["KnownGoodState"];
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            endedBy: string | null;
            endedAt: string | null;
            endReason: string;
        };
        /**
         * @example {
         *       "knownGood": {
         *         "customerId": "9900000001",
         *         "signature": null,
         *         "owner": "演示·长寿供电 客户服务部",
         *         "reason": "经备案的数据中心",
         *         "document": "渝发改备〔2026〕112号",
         *         "until": "2027-05-26",
         *         "id": "known-good-000001",
         *         "state": "active",
         *         "proposedBy": "li.na",
         *         "proposedAt": "2026-11-27T13:34:18.008Z",
         *         "decidedBy": "wang.fang",
         *         "decidedAt": "2026-11-27T13:34:18.041Z",
         *         "endedBy": null,
         *         "endedAt": null,
         *         "endReason": ""
         *       }
         *     }
         */
        KnownGoodAnswer: {
            knownGood: components["schemas"]["KnownGood"];
        };
        /**
         * @example {
         *       "knownGood": [
         *         {
         *           "customerId": "9900000001",
         *           "signature": null,
         *           "owner": "演示·长寿供电 客户服务部",
         *           "reason": "经备案的数据中心",
         *           "document": "渝发改备〔2026〕112号",
         *           "until": "2027-05-26",
         *           "id": "known-good-000001",
         *           "state": "active",
         *           "proposedBy": "li.na",
         *           "proposedAt": "2026-11-27T13:34:18.008Z",
         *           "decidedBy": "wang.fang",
         *           "decidedAt": "2026-11-27T13:34:18.041Z",
         *           "endedBy": null,
         *           "endedAt": null,
         *           "endReason": ""
         *         }
         *       ],
         *       "next": null
         *     }
         */
        KnownGoodPage: {
            knownGood: components["schemas"]["KnownGood"][];
            next: string | null;
        };
        /**
         * @example {
         *       "from": "2026-08-30",
         *       "to": "2026-11-27",
         *       "findings": [],
         *       "cases": [
         *         {
         *           "number": "2026-00006",
         *           "state": "to-check",
         *           "signature": "crypto-mining",
         *           "level": "yellow"
         *         }
         *       ]
         *     }
         */
        KnownGoodPreview: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Current findings at or above the lowest threshold */
            findings: {
                signature: components["schemas"]["Signature"];
                count: number;
                /** Format: date */
                firstDay: string;
                /** Format: date */
                lastDay: string;
                highestScore: number;
            }[];
            /** @description Open charges: an entry leaves them as they are */
            cases: {
                number: string;
                state: components["schemas"]["CaseState"];
                signature: components["schemas"]["Signature"];
                level: components["schemas"]["Level"];
            }[];
        };
        KnownGoodNote: {
            id: string;
            /**
             * @description null: every one
             * @default null
             */
            signature: components["schemas"]["Signature"] | null;
            /** @description Who answers for it */
            owner: string;
            /**
             * Format: date
             * @description Last plant day it holds, at most 12 months from today
             */
            until: string;
            /** @description Current findings that open no case because of it */
            hides: number;
        };
        ChargeHold: {
            zh: string;
            en: string;
            /** Format: date */
            until: string;
            /** @description Attributable power that opens one all the same, kW */
            unlessKwAbove: number | null;
        };
        FormerAnswer: {
            zh: string;
            en: string;
            /** @description Of the closed case */
            number: string;
            outcome: components["schemas"]["ChargeOutcome"];
            /** Format: date-time */
            closedAt: string;
            /**
             * Format: date
             * @description Last day the answer held
             */
            until: string;
            /** @description Up to which power, kW; null: whatever the power */
            unlessKwAbove: number | null;
            /** @description holds: it keeps findings from opening one, yet the case is there; null: nothing carries the charge */
            why: ("grown" | "registry-changed" | "ended" | "holds") | null;
        };
        CaseMember: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            charges: {
                signature: components["schemas"]["Signature"];
                level: components["schemas"]["Level"];
                score: number;
                /**
                 * @description Valid on the judged day; sets the level
                 * @default null
                 */
                criterion: {
                    id: string;
                    yellowFrom: number;
                    orangeFrom: number;
                    redFrom: number;
                    closeBelow: number;
                } | null;
                pointId: string;
                /** @description The finding this charge rests on; null: on the word of a person alone */
                findingId: string | null;
                /**
                 * @description Where a person opened it
                 * @default null
                 */
                byHand: components["schemas"]["ByHand"] | null;
                /**
                 * Format: date
                 * @description The day that finding judged
                 */
                day: string;
                /**
                 * Format: date
                 * @description The first day that finding looked at
                 */
                windowFrom: string;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
                evidence: {
                    /** @description Stable kebab-case name */
                    name: string;
                    value: number | string;
                    /** @description kW, kWh, %, heats/day, … or empty */
                    unit: string;
                    /** @description The usual range of a legal load, with unit */
                    normal?: string;
                    /** @description The same in Chinese, where it has words */
                    normalZh?: string;
                    zh: string;
                    en: string;
                    /** @description For (above 0) or against (below 0) the accusation */
                    weight: number;
                    /** @description Its value with the unit, in words */
                    amount: {
                        zh: string;
                        en: string;
                    };
                }[];
                innocent: components["schemas"]["InnocentExplanation"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @default [] */
                dates: components["schemas"]["DatedHours"][];
                /** @default [] */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindow"] | null;
                attributableKw: number;
                attributableKwh: number;
                /** @default null */
                peers: components["schemas"]["PeerReference"] | null;
                /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
                unsupported: boolean;
                tier: {
                    ruleId: string;
                    /** @default 1 */
                    ruleVersion: number;
                    category: string;
                    /** @description Exact decimal, yuan/kWh */
                    yuanPerKwh: string;
                    documentNo: string | null;
                    documentTitle: string | null;
                    effectiveFrom: string | null;
                    sourceStatus: components["schemas"]["SourceStatus"];
                    verification: string;
                    /** @description 拟适用, with 标准待核 when the amount is not verified */
                    label: string;
                    appliesTo: string | null;
                    /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
                    firstMeasure: string | null;
                    /** Format: date */
                    asOf: string;
                    /** @description The verification in words: in either language of the rules that come with the program */
                    verified: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @description As of now while the case is to be checked, as of its submission afterwards */
                estimate: components["schemas"]["SurchargeEstimate"] | null;
                /** @description What its level means: the share a check on site would confirm */
                expectation: {
                    zh: string;
                    en: string;
                };
                /** @description From stored scores; null while no day reaches yellow */
                standing: components["schemas"]["Standing"] | null;
                outcomes: components["schemas"]["RecordedOutcome"][];
                hold: components["schemas"]["ChargeHold"] | null;
                /** @description Oldest first */
                former: components["schemas"]["FormerAnswer"][];
            }[];
        };
        CaseDecision: {
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategory"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            id: string;
            caseNumber: string;
            /** @description Inclusive; null: until further notice; before "from": never */
            lastDay: string | null;
            /** @description The line that ended it early */
            endedBy: string | null;
            document: components["schemas"]["DecisionDocument"];
            /** Format: date-time */
            releasedAt: string;
        };
        /**
         * @example {
         *       "id": "case-d54c3e73a325fa29ab4f",
         *       "number": "2026-00005",
         *       "customerId": "9900000054",
         *       "customerName": "演示·星火物资回收站",
         *       "districtCode": "500107",
         *       "state": "answered",
         *       "version": 11,
         *       "openedAt": "2026-11-21T00:00:00+08:00",
         *       "submittedBy": "li.na",
         *       "reportedAt": "2026-11-27T21:34:16+08:00",
         *       "closedAt": null,
         *       "supplyUnit": "演示·九龙供电",
         *       "industryCode": "5191",
         *       "source": "finding",
         *       "openedBy": "system",
         *       "assignee": "li.na",
         *       "snoozedUntil": null,
         *       "snoozeReason": "",
         *       "mergedInto": null,
         *       "toldDistrict": "500107",
         *       "department": "经信委",
         *       "enteredAt": "2026-11-27T21:34:16+08:00",
         *       "dueAt": "2026-12-03T00:00:00+08:00",
         *       "escalatedAt": null,
         *       "urgedAt": "2026-11-27T21:34:16+08:00",
         *       "withdrawnAt": null,
         *       "stakeYuan": 5648.67,
         *       "priority": 5648.67,
         *       "charges": [
         *         {
         *           "signature": "induction-furnace",
         *           "level": "red",
         *           "score": 0.995541,
         *           "criterion": {
         *             "id": "built-in-induction-furnace",
         *             "yellowFrom": 0.7,
         *             "orangeFrom": 0.8,
         *             "redFrom": 0.9,
         *             "closeBelow": 0.6
         *           },
         *           "pointId": "DEMO-0054",
         *           "findingId": "7f5c7c9f070b415673671b3fcb9312f38955a794",
         *           "byHand": null,
         *           "day": "2026-11-25",
         *           "windowFrom": "2026-10-22",
         *           "openedAt": "2026-11-21T00:00:00+08:00",
         *           "evidence": [
         *             {
         *               "name": "melting-days",
         *               "value": 6,
         *               "unit": "days",
         *               "normal": "0 days",
         *               "normalZh": "0 天",
         *               "zh": "35 个可判断日中有 6 天呈熔炼形态，首日 2026-11-19",
         *               "en": "6 of 35 judged days look like melting, the first on 2026-11-19",
         *               "weight": 1,
         *               "amount": {
         *                 "zh": "6 天",
         *                 "en": "6 days"
         *               }
         *             },
         *             {
         *               "name": "heats",
         *               "value": 4.5,
         *               "unit": "heats/day",
         *               "normal": "5-9 heats in a night of 8 hours",
         *               "normalZh": "夜间 8 小时 5-9 炉",
         *               "zh": "熔炼日每天约 4.5 个升降周期",
         *               "en": "About 4.5 rise-and-fall cycles on a melting day",
         *               "weight": 0,
         *               "amount": {
         *                 "zh": "4.5 炉/日",
         *                 "en": "4.5 heats/day"
         *               }
         *             }
         *           ],
         *           "innocent": [
         *             {
         *               "name": "licensed-foundry",
         *               "plausibility": 0.05,
         *               "zh": "没有感应熔炼许可，行业也不是铸造。",
         *               "en": "No induction melting licence, and the trade is not casting."
         *             }
         *           ],
         *           "sentence": {
         *             "zh": "有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。",
         *             "en": "On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised."
         *           },
         *           "dates": [
         *             {
         *               "date": "2026-11-19",
         *               "from": "00:00",
         *               "to": "05:15",
         *               "kwh": 1791
         *             }
         *           ],
         *           "limits": [
         *             {
         *               "zh": "绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。",
         *               "en": "Power drawn around the meter cannot be seen without the topology of the line."
         *             }
         *           ],
         *           "inspection": {
         *             "from": "23:15",
         *             "to": "05:00",
         *             "activeNights": 6,
         *             "likelihoods": [
         *               {
         *                 "date": "2026-11-26",
         *                 "likelihood": 0.348
         *               }
         *             ],
         *             "zh": "建议检查时段 23:15–05:00（次日）：近 14 个可判断夜次中 6 次在此时段运行；今后三夜运行可能性：2026-11-26 35%，2026-11-27 16%，2026-11-28 26%。",
         *             "en": "Suggested hours 23:15-05:00 (next day): it ran then on 6 of the last 14 nights that can be judged; likelihood on the next three: 2026-11-26 35 %, 2026-11-27 16 %, 2026-11-28 26 %."
         *           },
         *           "attributableKw": 511.985,
         *           "attributableKwh": 11297.3,
         *           "peers": {
         *             "districtCode": "500107",
         *             "trade": null,
         *             "day": "2026-11-25",
         *             "customers": 22,
         *             "digest": "9a26059a587ba373341a9ae9a7ed499de8a7905a0e63ad2329049b4c73c2a492"
         *           },
         *           "unsupported": false,
         *           "tier": {
         *             "ruleId": "CN-STEEL-ELIM-2017",
         *             "ruleVersion": 1,
         *             "category": "淘汰类",
         *             "yuanPerKwh": "0.50",
         *             "documentNo": "发改价格〔2016〕2803号",
         *             "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *             "effectiveFrom": "2017-01-01",
         *             "sourceStatus": "secondary",
         *             "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *             "label": "拟适用",
         *             "appliesTo": "目录限制类/淘汰类装置所属企业生产用电；加在目录销售电价或市场交易电价之上",
         *             "firstMeasure": "依法取缔",
         *             "asOf": "2026-11-25",
         *             "verified": {
         *               "zh": "金额和日期见于转载；文号凭记忆，待核",
         *               "en": "value and date seen in a secondary source; document number FROM MEMORY"
         *             }
         *           },
         *           "estimate": {
         *             "from": "2026-10-22",
         *             "to": "2026-11-25",
         *             "days": 35,
         *             "kwh": 24252.4,
         *             "yuan": "12126.19",
         *             "attributableKwh": 11297.3,
         *             "attributableYuan": "5648.67"
         *           },
         *           "expectation": {
         *             "zh": "红级：评测中该级线索100 %属实，95 % 置信下限95.6 %（合法用户 4248 户；仿真总体 4500 户，随机种子 12、13、14）；现场查实比例尚未测定。",
         *             "en": "Level red: 100 % of its leads were right in the evaluation, at least 95.6 % (95 % bound; 4248 legal meters; simulated population: 4500 meters, seeds 12, 13, 14); the share confirmed on site is not measured."
         *           },
         *           "standing": {
         *             "state": "active",
         *             "since": "2026-11-20"
         *           },
         *           "outcomes": [],
         *           "hold": null,
         *           "former": []
         *         }
         *       ],
         *       "members": [],
         *       "knownGood": [],
         *       "decisions": [],
         *       "feedback": [
         *         {
         *           "found": [
         *             {
         *               "signature": "induction-furnace",
         *               "found": "confirmed",
         *               "text": "中频炉一台，已断电"
         *             }
         *           ],
         *           "measures": [
         *             "power-cut",
         *             "equipment-sealed"
         *           ],
         *           "inspectedOn": "2026-11-27",
         *           "note": "已查封设备",
         *           "fileIds": [],
         *           "sequence": 1,
         *           "by": "jiulongpo.jingxin",
         *           "at": "2026-11-27T13:34:16.896Z",
         *           "words": [
         *             {
         *               "zh": "断电",
         *               "en": "power cut off"
         *             }
         *           ]
         *         }
         *       ],
         *       "next": [
         *         "outcome",
         *         "assign",
         *         "comment",
         *         "snooze"
         *       ]
         *     }
         */
        CaseView: {
            id: string;
            /** @description Number for people, such as 2026-00012 */
            number: string;
            customerId: string;
            customerName: string;
            districtCode: string;
            state: components["schemas"]["CaseState"];
            /** @description Grows by one with every change */
            version: number;
            /**
             * Format: date-time
             * @description Event time of the first charge
             */
            openedAt: string;
            submittedBy: string | null;
            reportedAt: string | null;
            closedAt: string | null;
            /** @description 供电单位 */
            supplyUnit: string;
            industryCode: string;
            source: components["schemas"]["CaseSource"];
            /** @description Who opened it by hand, or "system" */
            openedBy: string;
            assignee: string | null;
            snoozedUntil: string | null;
            snoozeReason: string;
            /** @description Id of the case it was merged into */
            mergedInto: string | null;
            /** @description The district that was told of it; null until its release */
            toldDistrict: string | null;
            /** @description Of the district, to which it was passed; empty: none */
            department: string;
            /**
             * Format: date-time
             * @description When it came into its state
             */
            enteredAt: string;
            /** @description When its state is to be left, by working days */
            dueAt: string | null;
            /** @description When the supervisor was told that it is overdue */
            escalatedAt: string | null;
            /** @description When it was last pressed for (督办) */
            urgedAt: string | null;
            /** @description When what a district was told of it was taken back (撤回) */
            withdrawnAt: string | null;
            /** @description Attributable energy of its charges at the tiers they propose, yuan; null: not for who asks */
            stakeYuan: number | null;
            /** @description Likelihood × yuan; null: not for who asks */
            priority: number | null;
            charges: {
                signature: components["schemas"]["Signature"];
                level: components["schemas"]["Level"];
                score: number;
                /**
                 * @description Valid on the judged day; sets the level
                 * @default null
                 */
                criterion: {
                    id: string;
                    yellowFrom: number;
                    orangeFrom: number;
                    redFrom: number;
                    closeBelow: number;
                } | null;
                pointId: string;
                /** @description The finding this charge rests on; null: on the word of a person alone */
                findingId: string | null;
                /**
                 * @description Where a person opened it
                 * @default null
                 */
                byHand: components["schemas"]["ByHand"] | null;
                /**
                 * Format: date
                 * @description The day that finding judged
                 */
                day: string;
                /**
                 * Format: date
                 * @description The first day that finding looked at
                 */
                windowFrom: string;
                /**
                 * Format: date-time
                 * @description End of the judged day that first carried the charge
                 */
                openedAt: string;
                evidence: {
                    /** @description Stable kebab-case name */
                    name: string;
                    value: number | string;
                    /** @description kW, kWh, %, heats/day, … or empty */
                    unit: string;
                    /** @description The usual range of a legal load, with unit */
                    normal?: string;
                    /** @description The same in Chinese, where it has words */
                    normalZh?: string;
                    zh: string;
                    en: string;
                    /** @description For (above 0) or against (below 0) the accusation */
                    weight: number;
                    /** @description Its value with the unit, in words */
                    amount: {
                        zh: string;
                        en: string;
                    };
                }[];
                innocent: components["schemas"]["InnocentExplanation"][];
                sentence: {
                    zh: string;
                    en: string;
                };
                /** @default [] */
                dates: components["schemas"]["DatedHours"][];
                /** @default [] */
                limits: {
                    zh: string;
                    en: string;
                }[];
                /** @default null */
                inspection: components["schemas"]["InspectionWindow"] | null;
                attributableKw: number;
                attributableKwh: number;
                /** @default null */
                peers: components["schemas"]["PeerReference"] | null;
                /** @description True when no current finding carries it any more: readings were corrected, or the peers moved too */
                unsupported: boolean;
                tier: {
                    ruleId: string;
                    /** @default 1 */
                    ruleVersion: number;
                    category: string;
                    /** @description Exact decimal, yuan/kWh */
                    yuanPerKwh: string;
                    documentNo: string | null;
                    documentTitle: string | null;
                    effectiveFrom: string | null;
                    sourceStatus: components["schemas"]["SourceStatus"];
                    verification: string;
                    /** @description 拟适用, with 标准待核 when the amount is not verified */
                    label: string;
                    appliesTo: string | null;
                    /** @description 依法取缔 for furnace steel: the tier holds only while supplied */
                    firstMeasure: string | null;
                    /** Format: date */
                    asOf: string;
                    /** @description The verification in words: in either language of the rules that come with the program */
                    verified: {
                        zh: string;
                        en: string;
                    };
                } | null;
                /** @description As of now while the case is to be checked, as of its submission afterwards */
                estimate: components["schemas"]["SurchargeEstimate"] | null;
                /** @description What its level means: the share a check on site would confirm */
                expectation: {
                    zh: string;
                    en: string;
                };
                /** @description From stored scores; null while no day reaches yellow */
                standing: components["schemas"]["Standing"] | null;
                outcomes: components["schemas"]["RecordedOutcome"][];
                hold: components["schemas"]["ChargeHold"] | null;
                /** @description Oldest first */
                former: components["schemas"]["FormerAnswer"][];
            }[];
            /** @description Cases that were merged into it */
            members: components["schemas"]["CaseMember"][];
            /** @description Entries that hide findings of the customer */
            knownGood: components["schemas"]["KnownGoodNote"][];
            feedback: components["schemas"]["RecordedFeedback"][];
            /** @description What stands of the decisions that name it or a member of it; of who may read pricing */
            decisions: components["schemas"]["CaseDecision"][];
            /** @description What the account asking may do with it now */
            next: components["schemas"]["CaseAction"][];
        };
        /** @enum {string} */
        EndpointState: "on" | "warned" | "off";
        /** @enum {string} */
        EndpointOffReason: "gone" | "failing" | "person";
        /**
         * @example {
         *       "districtCode": "500107",
         *       "url": "https://alerts.jiulongpo.example/dianshao",
         *       "level": "orange",
         *       "note": "经信委值班系统"
         *     }
         */
        EndpointBody: {
            districtCode: string;
            /**
             * @description Only alerts of cases that are passed to it; empty: all of the district
             * @default
             */
            department: string;
            /** Format: uri */
            url: string;
            /**
             * @description Which alerts it wants; empty: all
             * @default []
             */
            types: components["schemas"]["AlertType"][];
            /**
             * @description Alerts that name one of these; empty: of any. What names none is wanted too
             * @default []
             */
            signatures: components["schemas"]["Signature"][];
            /**
             * @description The lowest level of the highest charge
             * @default yellow
             */
            level: components["schemas"]["Level"];
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "url": "https://alerts.jiulongpo.example/v2",
         *       "reason": "系统迁移"
         *     }
         */
        EndpointChange: {
            /** Format: uri */
            url?: string;
            types?: components["schemas"]["AlertType"][];
            signatures?: components["schemas"]["Signature"][];
            level?: components["schemas"]["Level"];
            note?: string;
            /** @default  */
            reason: string;
        };
        Endpoint: {
            id: string;
            districtCode: string;
            /** @description Empty: the whole district */
            department: string;
            /** @description To districts its origin alone */
            url: string;
            /** @description Empty: all */
            types: components["schemas"]["AlertType"][];
            /** @description Empty: all */
            signatures: components["schemas"]["Signature"][];
            level: components["schemas"]["Level"];
            /** @description Empty to districts, as is who made it */
            note: string;
            state: components["schemas"]["EndpointState"];
            offReason: components["schemas"]["EndpointOffReason"] | null;
            /** @description The first failure after the last success */
            failingSince: string | null;
            lastSuccessAt: string | null;
            /** @description Until then the secret before the rotation signs besides */
            oldSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
        };
        /**
         * @example {
         *       "endpoint": {
         *         "id": "endpoint-000001",
         *         "districtCode": "500107",
         *         "department": "",
         *         "url": "https://alerts.jiulongpo.example/dianshao",
         *         "types": [],
         *         "signatures": [],
         *         "level": "orange",
         *         "note": "经信委值班系统",
         *         "state": "on",
         *         "offReason": null,
         *         "failingSince": "2026-11-27T13:34:16.628Z",
         *         "lastSuccessAt": null,
         *         "oldSecretUntil": null,
         *         "createdAt": "2026-11-27T13:30:00.000Z",
         *         "createdBy": "wang.qiang"
         *       },
         *       "waiting": 1,
         *       "oldestWaitingAt": "2026-11-27T13:34:16.594Z",
         *       "givenUp": 0,
         *       "attempts": [
         *         {
         *           "alertId": "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b",
         *           "endpointId": "endpoint-000001",
         *           "number": 1,
         *           "at": "2026-11-27T13:34:16.628Z",
         *           "url": "https://alerts.jiulongpo.example/dianshao",
         *           "status": null,
         *           "error": "alerts.jiulongpo.example is a host name that nobody knows.",
         *           "durationMs": 74
         *         }
         *       ]
         *     }
         */
        EndpointHealth: {
            endpoint: components["schemas"]["Endpoint"];
            /** @description Alerts that wait for it */
            waiting: number;
            /** @description When the oldest of them was made */
            oldestWaitingAt: string | null;
            /** @description Alerts that were given up there */
            givenUp: number;
            /** @description The last 20, newest first */
            attempts: components["schemas"]["AlertAttempt"][];
        };
        /**
         * @example {
         *       "endpoints": [
         *         {
         *           "id": "endpoint-000001",
         *           "districtCode": "500107",
         *           "department": "",
         *           "url": "https://alerts.jiulongpo.example/dianshao",
         *           "types": [],
         *           "signatures": [],
         *           "level": "orange",
         *           "note": "经信委值班系统",
         *           "state": "on",
         *           "offReason": null,
         *           "failingSince": "2026-11-27T13:34:16.628Z",
         *           "lastSuccessAt": null,
         *           "oldSecretUntil": null,
         *           "createdAt": "2026-11-27T13:30:00.000Z",
         *           "createdBy": "wang.qiang"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        EndpointPage: {
            endpoints: components["schemas"]["Endpoint"][];
            next: string | null;
        };
        /**
         * @example {
         *       "endpoint": {
         *         "id": "endpoint-000001",
         *         "districtCode": "500107",
         *         "department": "",
         *         "url": "https://alerts.jiulongpo.example/dianshao",
         *         "types": [],
         *         "signatures": [],
         *         "level": "orange",
         *         "note": "经信委值班系统",
         *         "state": "on",
         *         "offReason": null,
         *         "failingSince": "2026-11-27T13:34:16.628Z",
         *         "lastSuccessAt": null,
         *         "oldSecretUntil": null,
         *         "createdAt": "2026-11-27T13:30:00.000Z",
         *         "createdBy": "wang.qiang"
         *       }
         *     }
         */
        EndpointAnswer: {
            endpoint: components["schemas"]["Endpoint"];
        };
        /**
         * @example {
         *       "endpoint": {
         *         "id": "endpoint-000001",
         *         "districtCode": "500107",
         *         "department": "",
         *         "url": "https://alerts.jiulongpo.example/dianshao",
         *         "types": [],
         *         "signatures": [],
         *         "level": "orange",
         *         "note": "经信委值班系统",
         *         "state": "on",
         *         "offReason": null,
         *         "failingSince": "2026-11-27T13:34:16.628Z",
         *         "lastSuccessAt": null,
         *         "oldSecretUntil": null,
         *         "createdAt": "2026-11-27T13:30:00.000Z",
         *         "createdBy": "wang.qiang"
         *       },
         *       "secret": "whsec_c2hvd24gb25jZSwga2VwdCBieSB0aGUgcmVjZWl2ZXI="
         *     }
         */
        EndpointSecret: {
            endpoint: components["schemas"]["Endpoint"];
            /** @description Shown this once: the receiver verifies with it; null when a request is sent again */
            secret: string | null;
        };
        /**
         * @example {
         *       "webhookId": "msg_test_0f7f1c7e-5d0a-4b5e-9a51-5a1f3a0a3c0e",
         *       "at": "2026-11-27T13:33:02.117Z",
         *       "status": 204,
         *       "error": null,
         *       "durationMs": 61,
         *       "ok": true
         *     }
         */
        EndpointTest: {
            webhookId: string;
            /** Format: date-time */
            at: string;
            /** @description HTTP status, null when no answer came */
            status: number | null;
            error: string | null;
            durationMs: number;
            /** @description Whether an alert would have been delivered */
            ok: boolean;
        };
        /**
         * @example {
         *       "from": "2026-11-20T00:00:00+08:00",
         *       "to": "2026-11-27T00:00:00+08:00",
         *       "reason": "接收系统重装，数据丢失"
         *     }
         */
        ReplayRange: {
            /**
             * Format: date-time
             * @description Made at this instant or later
             */
            from: string;
            /**
             * Format: date-time
             * @description Made before this instant
             */
            to: string;
            reason: string;
        };
        CaseEvent: {
            /** @description Number for people, such as 2026-00012 */
            number: string;
            version: number;
            state: components["schemas"]["CaseState"];
            /** @description Who did it; not told outside the grid company */
            actor?: string;
            /** Format: date-time */
            at: string;
            /** @description Of the charge it is about */
            signature?: string;
            /** @description For whom a comment or a file is */
            audience?: string;
        };
        EndpointEvent: {
            endpointId: string;
            districtCode: string;
            /** @description The first failure after the last success */
            failingSince: string | null;
            offReason: components["schemas"]["EndpointOffReason"] | null;
            /** Format: date-time */
            at: string;
        };
        /**
         * @example {
         *       "from": "2026-11-01",
         *       "to": "2026-11-30"
         *     }
         */
        HandOverBody: {
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
        };
        HandOverFile: {
            /** @constant */
            format: "dianshao-hand-over-1";
            id: string;
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
            /** @constant */
            timeZone: "Asia/Shanghai";
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            /** @description The hand-over before, so that none can be left out unseen */
            previous: {
                id: string;
                sha256: string;
            } | null;
            lines: {
                /** @enum {string} */
                mark: "new" | "changed" | "ended" | "unchanged";
                entryId: string;
                /** @description 户号 */
                customerId: string;
                /** @description By the registry; empty: it does not know the customer */
                customerName: string;
                /** @description By the registry; empty: it does not know the customer */
                districtCode: string;
                /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
                industry: string;
                category: components["schemas"]["TariffCategory"];
                /**
                 * @description 档, where the rule takes it from the decision
                 * @default null
                 */
                step: number | null;
                /**
                 * @description Line or 工序, where the rule goes by one
                 * @default
                 */
                line: string;
                /**
                 * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
                 * @default []
                 */
                pointIds: string[];
                /**
                 * Format: date
                 * @description 执行起始日期
                 */
                from: string;
                /** @description 执行截止日期, the last day; null: until further notice */
                to: string | null;
                /** @description false: another line replaced it from its beginning; what was levied by it is to be taken back */
                holds: boolean;
                /** @description Of the days of the period; none where it holds on no day of it */
                rates: {
                    /** Format: date */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day
                     */
                    to: string;
                    yuanPerKwh: string;
                    /** @description The rule the amount follows; null: the decision itself names it */
                    rule: {
                        id: string;
                        version: number;
                        documentNo: string | null;
                        documentTitle: string | null;
                        sourceStatus: components["schemas"]["SourceStatus"];
                        floats: boolean;
                        appliesTo: string | null;
                    } | null;
                }[];
                document: components["schemas"]["DecisionDocument"];
                /** @description What ended it before its own last day, or replaced it */
                endedBy: {
                    entryId: string;
                    /** @enum {string} */
                    action: "end" | "correct";
                    document: components["schemas"]["DecisionDocument"];
                } | null;
            }[];
            withheld: {
                entryId: string;
                customerId: string;
                customerName: string;
                category: string;
                /**
                 * Format: date
                 * @description First day of the period for which it is withheld
                 */
                from: string;
                /** Format: date */
                to: string;
                /** @description Whether the entry stood in an earlier hand-over */
                toldBefore: boolean;
                documentNo: string;
                /** @description From the closed list of gaps of a rate */
                reason: string;
                sentence: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        HandOver: {
            id: string;
            /**
             * Format: date
             * @description First plant day
             */
            from: string;
            /**
             * Format: date
             * @description Last plant day, at most 366 days in all
             */
            to: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            lines: number;
            withheld: number;
            previous: string | null;
            /** @description By which key of /v1/pricing/keys it is signed */
            keyId: string;
            sha256: {
                json: string;
                csv: string;
            };
            receipt: {
                receivedBy: string;
                /** Format: date-time */
                receivedAt: string;
                /** @description Of the file that was received */
                sha256: string;
                note: string;
            } | null;
        };
        /**
         * @example {
         *       "handOver": {
         *         "id": "hand-over-000002",
         *         "from": "2026-11-01",
         *         "to": "2026-11-30",
         *         "madeAt": "2026-11-27T07:36:12.004Z",
         *         "madeBy": "sun.yan",
         *         "lines": 1,
         *         "withheld": 1,
         *         "previous": "hand-over-000001",
         *         "keyId": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
         *         "sha256": {
         *           "json": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *           "csv": "3b6f0d6f2a0f6a3c1a38cd80fa2b8f0ce6a5d2d27f1cbb0ed8fd9c5c5a4d90ee"
         *         },
         *         "receipt": {
         *           "receivedBy": "he.ping",
         *           "receivedAt": "2026-11-27T08:02:41.310Z",
         *           "sha256": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *           "note": "已导入"
         *         }
         *       }
         *     }
         */
        HandOverAnswer: {
            handOver: components["schemas"]["HandOver"];
        };
        /**
         * @example {
         *       "handOvers": [
         *         {
         *           "id": "hand-over-000002",
         *           "from": "2026-11-01",
         *           "to": "2026-11-30",
         *           "madeAt": "2026-11-27T07:36:12.004Z",
         *           "madeBy": "sun.yan",
         *           "lines": 1,
         *           "withheld": 1,
         *           "previous": "hand-over-000001",
         *           "keyId": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
         *           "sha256": {
         *             "json": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *             "csv": "3b6f0d6f2a0f6a3c1a38cd80fa2b8f0ce6a5d2d27f1cbb0ed8fd9c5c5a4d90ee"
         *           },
         *           "receipt": {
         *             "receivedBy": "he.ping",
         *             "receivedAt": "2026-11-27T08:02:41.310Z",
         *             "sha256": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *             "note": "已导入"
         *           }
         *         }
         *       ],
         *       "next": null
         *     }
         */
        HandOverPage: {
            /** @description The newest first */
            handOvers: components["schemas"]["HandOver"][];
            next: string | null;
        };
        /**
         * @example {
         *       "sha256": "a9f0e61a137d86aa9db53465e0801612b59c2c4f8f54d2d2f1a5bd2f2b1e6d3a",
         *       "note": "已导入"
         *     }
         */
        HandOverReceiptBody: {
            /** @description Of the file as it arrived, JSON or CSV */
            sha256: string;
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "keys": [
         *         {
         *           "kty": "OKP",
         *           "crv": "Ed25519",
         *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *           "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
         *           "use": "sig",
         *           "alg": "EdDSA"
         *         }
         *       ]
         *     }
         */
        KeySet: {
            /** @description The newest first; old ones stay */
            keys: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint */
                kid: string;
                /** @constant */
                use: "sig";
                /** @constant */
                alg: "EdDSA";
            }[];
        };
        /**
         * @example {
         *       "reason": "例行更换"
         *     }
         */
        KeyBody: {
            reason: string;
        };
        /**
         * @example {
         *       "key": {
         *         "kty": "OKP",
         *         "crv": "Ed25519",
         *         "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *         "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
         *         "use": "sig",
         *         "alg": "EdDSA"
         *       }
         *     }
         */
        KeyAnswer: {
            key: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                /** @description RFC 7638 thumbprint */
                kid: string;
                /** @constant */
                use: "sig";
                /** @constant */
                alg: "EdDSA";
            };
        };
        /** @enum {string} */
        RuleVerdict: "applies" | "other-industry" | "other-category" | "elsewhere" | "no-amount" | "no-start" | "not-yet" | "over" | "plan-to-come" | "other-line" | "commissioning-unknown" | "commissioned-otherwise" | "less-local" | "every-industry" | "older-plan" | "earlier-rule" | "no-decision";
        /** @enum {string} */
        RateGap: "no-rule" | "from-memory" | "no-step" | "unknown-step" | "no-assessment" | "no-limit" | "no-threshold";
        Sureness: "decision" | components["schemas"]["SourceStatus"];
        RuleConsidered: {
            ruleId: string;
            version: number;
            jurisdiction: string;
            category: components["schemas"]["TariffCategory"];
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            sourceStatus: components["schemas"]["SourceStatus"];
            label: string;
            verdict: components["schemas"]["RuleVerdict"];
            why: {
                zh: string;
                en: string;
            };
        };
        StandingLine: {
            /**
             * @default apply
             * @enum {string}
             */
            action: "apply" | "correct" | "end";
            /**
             * @description The line that is corrected or ended; null of a new one
             * @default null
             */
            entryId: string | null;
            /** @description 户号 */
            customerId: string;
            /** @description In the words of the rules: 钢铁, 水泥, 电解铝, 虚拟货币挖矿 */
            industry: string;
            category: components["schemas"]["TariffCategory"];
            /**
             * @description 档, where the rule takes it from the decision
             * @default null
             */
            step: number | null;
            /**
             * @description Line or 工序, where the rule goes by one
             * @default
             */
            line: string;
            /**
             * @description Metering points it is levied on; none: all energy of the customer (户号全部电量)
             * @default []
             */
            pointIds: string[];
            /**
             * @description The amount, where the document itself names it; else that of the rule on each day
             * @default null
             */
            yuanPerKwh: string | null;
            /**
             * Format: date
             * @description 执行起始日期
             */
            from: string;
            /**
             * @description 执行截止日期, inclusive; null: until further notice
             * @default null
             */
            to: string | null;
            /**
             * @description The case that proposed it
             * @default null
             */
            caseNumber: string | null;
            /** @default  */
            note: string;
            id: string;
            changeId: string;
            document: components["schemas"]["DecisionDocument"];
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
            /** @description Last day it holds; null: until further notice */
            lastDay: string | null;
            /** @description The line that ended it early; null: none did */
            endedBy: string | null;
        };
        TierInForce: {
            entry: components["schemas"]["StandingLine"];
            /** @description Whose rules were looked at, the most local first */
            jurisdictions: string[];
            /** @description Exact decimal, added to each kWh; null: see gap */
            yuanPerKwh: string | null;
            /** @description How it was reckoned */
            working: {
                zh: string;
                en: string;
            }[];
            gap: components["schemas"]["RateGap"] | null;
            /** @description Why the amount is not known, and what to enter */
            toEnter: {
                zh: string;
                en: string;
            } | null;
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            ruleDocumentTitle: string | null;
            sourceStatus: components["schemas"]["Sureness"];
            /** @description How surely the amount is known, such as 依据二手来源 */
            label: string;
            /** @description What of the rule was seen where, and what is from memory */
            verification: string;
            /** @description The verification in words: in either language of the rules that come with the program */
            verified: {
                zh: string;
                en: string;
            };
        };
        TierProposal: {
            caseId: string;
            caseNumber: string;
            signature: string;
            industry: string;
            category: string;
            yuanPerKwh: string;
            ruleId: string;
            ruleVersion: number;
            documentNo: string | null;
            documentTitle: string | null;
            sourceStatus: components["schemas"]["SourceStatus"];
            /** @description 拟适用, with 标准待核 when the amount is from memory */
            label: string;
            /** Format: date */
            asOf: string;
        };
        CustomerPlace: {
            customerName: string;
            districtCode: string;
            /** @description null: the code was of no district that day */
            districtName: string | null;
            supplyUnit: string;
            industryCode: string;
            /** @enum {string} */
            industryEdition: "2011" | "2017";
            /**
             * @description Whether its entry holds that day, or is the last before or the first after it
             * @enum {string}
             */
            registry: "on-day" | "before" | "after";
            jurisdictions: string[];
            /** @description Why no district is among them; ambiguous: several took its land over */
            withoutDistrict: ("unknown" | "ambiguous") | null;
        };
        /**
         * @example {
         *       "customerId": "9900000054",
         *       "day": "2026-12-01",
         *       "knownAt": null,
         *       "place": {
         *         "customerName": "演示·星火物资回收站",
         *         "districtCode": "500107",
         *         "districtName": "九龙坡区",
         *         "supplyUnit": "演示·九龙供电",
         *         "industryCode": "5191",
         *         "industryEdition": "2017",
         *         "registry": "on-day",
         *         "jurisdictions": [
         *           "500107",
         *           "CQ",
         *           "CN"
         *         ],
         *         "withoutDistrict": null
         *       },
         *       "sentence": {
         *         "zh": "2026-12-01 在执行：钢铁 淘汰类，加价 0.50 元/kWh（依据二手来源），依据 演示决〔2026〕1号。",
         *         "en": "In force on 2026-12-01: 钢铁 淘汰类, 0.50 yuan/kWh (secondary), by 演示决〔2026〕1号."
         *       },
         *       "inForce": [
         *         {
         *           "entry": {
         *             "action": "apply",
         *             "entryId": null,
         *             "customerId": "9900000054",
         *             "industry": "钢铁",
         *             "category": "淘汰类",
         *             "step": null,
         *             "line": "",
         *             "pointIds": [],
         *             "yuanPerKwh": null,
         *             "from": "2026-12-01",
         *             "to": null,
         *             "caseNumber": "2026-00005",
         *             "note": "",
         *             "id": "change-000002-00001",
         *             "changeId": "change-000002",
         *             "document": {
         *               "documentNo": "演示决〔2026〕1号",
         *               "title": "关于执行差别电价的决定",
         *               "issuer": "演示·九龙坡区发展改革委",
         *               "issuedOn": "2026-11-20",
         *               "restsOn": "案件 2026-00005 的现场核查"
         *             },
         *             "enteredBy": "wu.min",
         *             "releasedBy": "tang.jie",
         *             "releasedAt": "2026-11-28T02:00:00.000Z",
         *             "lastDay": null,
         *             "endedBy": null
         *           },
         *           "jurisdictions": [
         *             "500107",
         *             "CQ",
         *             "CN"
         *           ],
         *           "yuanPerKwh": "0.50",
         *           "working": [
         *             {
         *               "zh": "规则 CN-STEEL-ELIM-2017：加价 0.50 元/kWh。",
         *               "en": "Rule CN-STEEL-ELIM-2017: 0.50 yuan/kWh."
         *             }
         *           ],
         *           "gap": null,
         *           "toEnter": null,
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "ruleVersion": 1,
         *           "ruleDocumentNo": "发改价格〔2016〕2803号",
         *           "ruleDocumentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *           "sourceStatus": "secondary",
         *           "label": "依据二手来源",
         *           "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *           "verified": {
         *             "zh": "金额和日期见于转载；文号凭记忆，待核",
         *             "en": "value and date seen in a secondary source; document number FROM MEMORY"
         *           }
         *         }
         *       ],
         *       "proposed": [],
         *       "industries": [
         *         {
         *           "industry": "钢铁",
         *           "by": "decision",
         *           "why": {
         *             "zh": "决定 演示决〔2026〕1号 载明",
         *             "en": "Decision 演示决〔2026〕1号 names it"
         *           }
         *         }
         *       ],
         *       "considered": [
         *         {
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "version": 1,
         *           "jurisdiction": "CN",
         *           "category": "淘汰类",
         *           "documentNo": "发改价格〔2016〕2803号",
         *           "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *           "effectiveFrom": "2017-01-01",
         *           "effectiveTo": null,
         *           "sourceStatus": "secondary",
         *           "label": "依据二手来源",
         *           "verdict": "applies",
         *           "why": {
         *             "zh": "2026-12-01 适用：钢铁 淘汰类，规则 CN-STEEL-ELIM-2017。",
         *             "en": "It applies on 2026-12-01: 钢铁 淘汰类."
         *           }
         *         }
         *       ],
         *       "otherRules": 16
         *     }
         */
        TierAnswer: {
            customerId: string;
            /** Format: date */
            day: string;
            knownAt: string | null;
            /** @description null: the registry never had it */
            place: components["schemas"]["CustomerPlace"] | null;
            sentence: {
                zh: string;
                en: string;
            };
            inForce: components["schemas"]["TierInForce"][];
            /** @description By open cases only: nothing is levied on them */
            proposed: components["schemas"]["TierProposal"][];
            /** @description Which industries concern the customer, and by what */
            industries: {
                industry: string;
                /** @enum {string} */
                by: "decision" | "case" | "registry";
                why: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description Rules of these industries and of every industry */
            considered: components["schemas"]["RuleConsidered"][];
            /** @description How many rules of other industries there are */
            otherRules: number;
        };
        /**
         * @example {
         *       "districtCode": "500107",
         *       "department": "经信委",
         *       "from": "2026-11-20",
         *       "to": "2026-11-27"
         *     }
         */
        LetterBody: {
            districtCode: string;
            /**
             * @description Of the district; empty: the government itself
             * @default
             */
            department: string;
            /**
             * Format: date
             * @description First plant day of the alerts
             */
            from?: string;
            /**
             * Format: date
             * @description Last plant day of the alerts, inclusive
             */
            to?: string;
            alertIds?: string[];
        };
        /**
         * @example {
         *       "receivedOn": "2026-11-30",
         *       "receivedBy": "九龙坡区经信委 办公室",
         *       "documentNo": "九经信函〔2026〕31号"
         *     }
         */
        LetterReceiptBody: {
            /**
             * Format: date
             * @description Plant day it was signed for
             */
            receivedOn: string;
            /** @description 签收单位或签收人 */
            receivedBy: string;
            /**
             * @description 文号 of the answer, where it has one
             * @default
             */
            documentNo: string;
        };
        LetterReceipt: {
            /**
             * Format: date
             * @description Plant day it was signed for
             */
            receivedOn: string;
            /** @description 签收单位或签收人 */
            receivedBy: string;
            /**
             * @description 文号 of the answer, where it has one
             * @default
             */
            documentNo: string;
            enteredBy: string;
            /** Format: date-time */
            enteredAt: string;
        };
        Letter: {
            id: string;
            /** @description 字号 on the letter */
            number: string;
            districtCode: string;
            department: string;
            alertIds: string[];
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            /** @description Of the file, to the byte */
            sha256: string;
            receipt: components["schemas"]["LetterReceipt"] | null;
        };
        /**
         * @example {
         *       "letter": {
         *         "id": "letter-2026-00001",
         *         "number": "电异函〔2026〕00001号",
         *         "districtCode": "500107",
         *         "department": "经信委",
         *         "alertIds": [
         *           "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b"
         *         ],
         *         "madeBy": "wang.jun",
         *         "madeAt": "2026-11-27T14:00:00.000Z",
         *         "sha256": "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
         *         "receipt": null
         *       }
         *     }
         */
        LetterAnswer: {
            letter: components["schemas"]["Letter"];
        };
        /**
         * @example {
         *       "letter": {
         *         "id": "letter-2026-00001",
         *         "number": "电异函〔2026〕00001号",
         *         "districtCode": "500107",
         *         "department": "经信委",
         *         "alertIds": [
         *           "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b"
         *         ],
         *         "madeBy": "wang.jun",
         *         "madeAt": "2026-11-27T14:00:00.000Z",
         *         "sha256": "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
         *         "receipt": {
         *           "receivedOn": "2026-11-30",
         *           "receivedBy": "九龙坡区经信委 办公室",
         *           "documentNo": "九经信函〔2026〕31号",
         *           "enteredBy": "wang.jun",
         *           "enteredAt": "2026-11-30T08:00:00.000Z"
         *         }
         *       },
         *       "acknowledged": [
         *         "2026-00005"
         *       ],
         *       "unmoved": []
         *     }
         */
        ReceiptAnswer: {
            letter: components["schemas"]["Letter"];
            /** @description Numbers of the cases that are acknowledged by it */
            acknowledged: string[];
            /** @description Cases it lists that stay where they are, and why */
            unmoved: {
                caseNumber: string;
                detail: string;
            }[];
        };
        /**
         * @example {
         *       "letters": [
         *         {
         *           "id": "letter-2026-00001",
         *           "number": "电异函〔2026〕00001号",
         *           "districtCode": "500107",
         *           "department": "经信委",
         *           "alertIds": [
         *             "msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b"
         *           ],
         *           "madeBy": "wang.jun",
         *           "madeAt": "2026-11-27T14:00:00.000Z",
         *           "sha256": "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
         *           "receipt": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        LetterPage: {
            letters: components["schemas"]["Letter"][];
            next: string | null;
        };
        /**
         * @example {
         *       "cidr": "10.20.0.0/16",
         *       "reason": "区电子政务外网接入函〔2026〕3号"
         *     }
         */
        NetworkBody: {
            /** @description An address and a length: 10.20.0.0/16 */
            cidr: string;
            /** @description Who is reached there, and what allows it */
            reason: string;
        };
        Network: {
            /** @description An address and a length: 10.20.0.0/16 */
            cidr: string;
            /** @description Who is reached there, and what allows it */
            reason: string;
            id: string;
            by: string;
            /** Format: date-time */
            at: string;
            endedBy: string | null;
            /** @description null: it is open */
            endedAt: string | null;
            endReason: string;
        };
        /**
         * @example {
         *       "network": {
         *         "id": "network-000001",
         *         "cidr": "10.20.0.0/16",
         *         "reason": "区电子政务外网接入函〔2026〕3号",
         *         "by": "operator",
         *         "at": "2026-11-27T08:30:00.000Z",
         *         "endedBy": null,
         *         "endedAt": null,
         *         "endReason": ""
         *       }
         *     }
         */
        NetworkAnswer: {
            network: components["schemas"]["Network"];
        };
        /**
         * @example {
         *       "networks": [
         *         {
         *           "id": "network-000001",
         *           "cidr": "10.20.0.0/16",
         *           "reason": "区电子政务外网接入函〔2026〕3号",
         *           "by": "operator",
         *           "at": "2026-11-27T08:30:00.000Z",
         *           "endedBy": null,
         *           "endedAt": null,
         *           "endReason": ""
         *         }
         *       ],
         *       "next": null
         *     }
         */
        NetworkPage: {
            /** @description Ended ones too */
            networks: components["schemas"]["Network"][];
            next: string | null;
        };
        /** @enum {string} */
        Verdict: "identical" | "different" | "cannot";
        Difference: {
            /** @description Path of the value, such as evidence.2.value or 2026-11-03.meanKw */
            at: string;
            stored: string;
            rebuilt: string;
        };
        VerificationCheck: {
            /** @enum {string} */
            name: "readings" | "finding" | "charge" | "tier" | "estimate" | "case" | "audit" | "alert";
            /** @description The charge it is of; null for the whole case */
            signature: components["schemas"]["Signature"] | null;
            verdict: components["schemas"]["Verdict"];
            /** @description What was made anew of what, or why it cannot be */
            sentence: {
                zh: string;
                en: string;
            };
            differences: components["schemas"]["Difference"][];
        };
        /**
         * @example {
         *       "caseId": "case-d54c3e73a325fa29ab4f",
         *       "caseNumber": "2026-00005",
         *       "caseVersion": 13,
         *       "verdict": "identical",
         *       "checks": [
         *         {
         *           "name": "readings",
         *           "signature": "induction-furnace",
         *           "verdict": "identical",
         *           "sentence": {
         *             "zh": "由 3360 个存储读数重算 1 个计量点 35 天的日特征，与存储值逐位比较。",
         *             "en": "Features of 35 days at 1 metering point(s), made anew from 3360 stored readings and compared bit for bit."
         *           },
         *           "differences": []
         *         }
         *       ]
         *     }
         */
        Verification: {
            caseId: string;
            caseNumber: string;
            caseVersion: number;
            /** @description different where one check is; else cannot where one cannot be done */
            verdict: components["schemas"]["Verdict"];
            checks: components["schemas"]["VerificationCheck"][];
        };
        /**
         * @example {
         *       "change": null,
         *       "rows": 3,
         *       "faults": [
         *         {
         *           "row": 2,
         *           "column": "缴清日期",
         *           "reason": "\"45992\" is the serial number of a date: format the cell as a date, or write it as 2026-11-01."
         *         },
         *         {
         *           "row": 4,
         *           "column": "户号",
         *           "reason": "The registry knows no customer 9900000099: import it first, or correct the number."
         *         }
         *       ],
         *       "faultCount": 2,
         *       "warnings": [],
         *       "effect": null,
         *       "understood": {
         *         "kind": "notices",
         *         "notices": [
         *           {
         *             "customerId": "9900000054",
         *             "from": "2026-01-01",
         *             "to": "2026-10-31",
         *             "noticedOn": "2026-11-20",
         *             "paidOn": null,
         *             "documentNo": "示例〔2026〕4号",
         *             "note": ""
         *           }
         *         ]
         *       }
         *     }
         */
        PriceTableAnswer: {
            /** @description null of a dry run: nothing is written */
            change: components["schemas"]["PriceChange"] | null;
            /** @description Below the heading */
            rows: number;
            /** @description Of a dry run, 10,000 at most; a table with faults is refused, and nothing of it taken in */
            faults: components["schemas"]["PriceFault"][];
            faultCount: number;
            /** @description What may be so, and somebody should look at; 10,000 at most */
            warnings: components["schemas"]["PriceFault"][];
            /** @description null while there are faults */
            effect: components["schemas"]["PriceChangeEffect"] | null;
            /** @description The first 20 rows that were understood */
            understood: components["schemas"]["PriceChangeContent"] | null;
        };
        RuleRow: {
            ruleId: string;
            version: number;
            jurisdiction: string;
            jurisdictionName: string;
            industries: string[];
            category: components["schemas"]["TariffCategory"];
            /** @description Exact decimal of a flat amount; null: see amount */
            yuanPerKwh: string | null;
            /** @description What is added that day, in words */
            amount: {
                zh: string;
                en: string;
            };
            /** @description Whether it floats with the time of use */
            floats: boolean;
            appliesTo: string | null;
            documentNo: string | null;
            documentTitle: string | null;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            planYear: number | null;
            sourceStatus: components["schemas"]["SourceStatus"];
            label: string;
            verification: string;
            /** @description The verification in words: in either language of the rules that come with the program */
            verified: {
                zh: string;
                en: string;
            };
            changeId: string;
            /** Format: date-time */
            releasedAt: string;
        };
        /**
         * @example {
         *       "day": "2026-12-01",
         *       "rules": [
         *         {
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "version": 1,
         *           "jurisdiction": "CN",
         *           "jurisdictionName": "全国",
         *           "industries": [
         *             "钢铁"
         *           ],
         *           "category": "淘汰类",
         *           "yuanPerKwh": "0.50",
         *           "amount": {
         *             "zh": "加价 0.50 元/kWh",
         *             "en": "0.50 yuan/kWh"
         *           },
         *           "floats": false,
         *           "appliesTo": "企业生产用电",
         *           "documentNo": "发改价格〔2016〕2803号",
         *           "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *           "effectiveFrom": "2017-01-01",
         *           "effectiveTo": null,
         *           "sourceStatus": "secondary",
         *           "label": "依据二手来源",
         *           "planYear": null,
         *           "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *           "verified": {
         *             "zh": "金额和日期见于转载；文号凭记忆，待核",
         *             "en": "value and date seen in a secondary source; document number FROM MEMORY"
         *           },
         *           "changeId": "change-000001",
         *           "releasedAt": "2026-11-27T13:34:00.000Z"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        RuleListPage: {
            /** Format: date */
            day: string;
            rules: components["schemas"]["RuleRow"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        /**
         * @example {
         *       "ruleId": "CN-STEEL-ELIM-2017",
         *       "versions": [
         *         {
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "version": 1,
         *           "jurisdiction": "CN",
         *           "jurisdictionName": "全国",
         *           "industries": [
         *             "钢铁"
         *           ],
         *           "category": "淘汰类",
         *           "yuanPerKwh": "0.50",
         *           "amount": {
         *             "zh": "加价 0.50 元/kWh",
         *             "en": "0.50 yuan/kWh"
         *           },
         *           "floats": false,
         *           "appliesTo": "企业生产用电",
         *           "documentNo": "发改价格〔2016〕2803号",
         *           "documentTitle": "国家发展改革委 工业和信息化部关于运用价格手段促进钢铁行业供给侧结构性改革有关事项的通知",
         *           "effectiveFrom": "2017-01-01",
         *           "effectiveTo": null,
         *           "sourceStatus": "secondary",
         *           "label": "依据二手来源",
         *           "planYear": null,
         *           "verification": "value and date seen in a secondary source; document number FROM MEMORY",
         *           "verified": {
         *             "zh": "金额和日期见于转载；文号凭记忆，待核",
         *             "en": "value and date seen in a secondary source; document number FROM MEMORY"
         *           },
         *           "changeId": "change-000001",
         *           "releasedAt": "2026-11-27T13:34:09.193Z",
         *           "source": "《中国日报》2017-01-04",
         *           "note": "由0.30提高",
         *           "gapReason": "",
         *           "enabled": true
         *         }
         *       ],
         *       "stretches": [
         *         {
         *           "from": "2017-01-01",
         *           "to": null,
         *           "amount": {
         *             "zh": "加价 0.50 元/kWh",
         *             "en": "0.50 yuan/kWh"
         *           }
         *         }
         *       ]
         *     }
         */
        RuleHistory: {
            ruleId: string;
            /** @description In the order of their release */
            versions: {
                ruleId: string;
                version: number;
                jurisdiction: string;
                jurisdictionName: string;
                industries: string[];
                category: components["schemas"]["TariffCategory"];
                /** @description Exact decimal of a flat amount; null: see amount */
                yuanPerKwh: string | null;
                /** @description What is added that day, in words */
                amount: {
                    zh: string;
                    en: string;
                };
                /** @description Whether it floats with the time of use */
                floats: boolean;
                appliesTo: string | null;
                documentNo: string | null;
                documentTitle: string | null;
                effectiveFrom: string | null;
                effectiveTo: string | null;
                planYear: number | null;
                sourceStatus: components["schemas"]["SourceStatus"];
                label: string;
                verification: string;
                /** @description The verification in words: in either language of the rules that come with the program */
                verified: {
                    zh: string;
                    en: string;
                };
                changeId: string;
                /** Format: date-time */
                releasedAt: string;
                source: string;
                note: string;
                /** @description Why days lie between the rule before it and this one */
                gapReason: string;
                /** @description May be proposed */
                enabled: boolean;
            }[];
            /** @description Of the version that counts; none: in force on no day */
            stretches: {
                /** Format: date */
                from: string;
                /** @description Last day; null: until further notice */
                to: string | null;
                amount: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        CustomerRow: {
            customerId: string;
            customerName: string;
            districtCode: string | null;
            districtName: string | null;
            supplyUnit: string;
            /** @enum {string} */
            status: "in-force" | "proposed";
            industry: string;
            category: string;
            step: number | null;
            line: string;
            /** @description None: all energy of the customer */
            pointIds: string[];
            /** @description Since when; null: only proposed */
            from: string | null;
            /** @description Last day; null: until further notice */
            until: string | null;
            /** @description Exact decimal of that day; null: see toEnter */
            yuanPerKwh: string | null;
            /** @description Why the amount is not known, and what to enter */
            toEnter: {
                zh: string;
                en: string;
            } | null;
            /** @description Of the decision; null: only proposed */
            documentNo: string | null;
            documentTitle: string | null;
            issuer: string | null;
            issuedOn: string | null;
            ruleId: string | null;
            ruleVersion: number | null;
            ruleDocumentNo: string | null;
            sourceStatus: components["schemas"]["Sureness"];
            label: string;
            entryId: string | null;
            caseNumber: string | null;
        };
        /**
         * @example {
         *       "day": "2026-12-01",
         *       "customers": [
         *         {
         *           "customerId": "9900000054",
         *           "customerName": "演示·星火物资回收站",
         *           "districtCode": "500107",
         *           "districtName": "九龙坡区",
         *           "supplyUnit": "演示·九龙供电",
         *           "status": "in-force",
         *           "industry": "钢铁",
         *           "category": "淘汰类",
         *           "step": null,
         *           "line": "",
         *           "pointIds": [],
         *           "from": "2026-12-01",
         *           "until": null,
         *           "yuanPerKwh": "0.50",
         *           "toEnter": null,
         *           "documentNo": "演示决〔2026〕1号",
         *           "documentTitle": "关于执行差别电价的决定",
         *           "issuer": "演示·九龙坡区发展改革委",
         *           "issuedOn": "2026-11-20",
         *           "ruleId": "CN-STEEL-ELIM-2017",
         *           "ruleVersion": 1,
         *           "ruleDocumentNo": "发改价格〔2016〕2803号",
         *           "sourceStatus": "secondary",
         *           "label": "依据二手来源",
         *           "entryId": "change-000002-00001",
         *           "caseNumber": "2026-00005"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        CustomerListPage: {
            /** Format: date */
            day: string;
            customers: components["schemas"]["CustomerRow"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        ListDifference: {
            /** @description The rule; or the 户号 with industry, line and points */
            key: string;
            /** @enum {string} */
            change: "came" | "went" | "changed";
            /** @description What changed */
            fields: string[];
            before: (components["schemas"]["RuleRow"] | components["schemas"]["CustomerRow"]) | null;
            after: (components["schemas"]["RuleRow"] | components["schemas"]["CustomerRow"]) | null;
        };
        /**
         * @example {
         *       "from": "2026-11-30",
         *       "to": "2026-12-01",
         *       "next": null,
         *       "differences": [
         *         {
         *           "key": "9900000054 钢铁  ",
         *           "change": "came",
         *           "fields": [],
         *           "before": null,
         *           "after": {
         *             "customerId": "9900000054",
         *             "customerName": "演示·星火物资回收站",
         *             "districtCode": "500107",
         *             "districtName": "九龙坡区",
         *             "supplyUnit": "演示·九龙供电",
         *             "status": "in-force",
         *             "industry": "钢铁",
         *             "category": "淘汰类",
         *             "step": null,
         *             "line": "",
         *             "pointIds": [],
         *             "from": "2026-12-01",
         *             "until": null,
         *             "yuanPerKwh": "0.50",
         *             "toEnter": null,
         *             "documentNo": "演示决〔2026〕1号",
         *             "documentTitle": "关于执行差别电价的决定",
         *             "issuer": "演示·九龙坡区发展改革委",
         *             "issuedOn": "2026-11-20",
         *             "ruleId": "CN-STEEL-ELIM-2017",
         *             "ruleVersion": 1,
         *             "ruleDocumentNo": "发改价格〔2016〕2803号",
         *             "sourceStatus": "secondary",
         *             "label": "依据二手来源",
         *             "entryId": "change-000002-00001",
         *             "caseNumber": "2026-00005"
         *           }
         *         }
         *       ]
         *     }
         */
        DifferencePage: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            differences: components["schemas"]["ListDifference"][];
            /** @description Give it as "after" for the next page; null: this is the last */
            next: string | null;
        };
        PriceRecord: {
            /** @enum {string} */
            kind: "entry" | "correction" | "exit" | "assessment" | "notice";
            id: string;
            changeId: string;
            enteredBy: string;
            releasedBy: string;
            /** Format: date-time */
            releasedAt: string;
            entry: components["schemas"]["ReleasedEntry"] | null;
            assessment: components["schemas"]["ReleasedAssessment"] | null;
            notice: components["schemas"]["SurchargeNotice"] | null;
        };
        TierStretch: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            districtCode: string | null;
            /** @description None: on no list */
            tiers: {
                entryId: string;
                industry: string;
                category: components["schemas"]["TariffCategory"];
                step: number | null;
                line: string;
                pointIds: string[];
                documentNo: string;
                yuanPerKwh: string | null;
                toEnter: {
                    zh: string;
                    en: string;
                } | null;
                ruleId: string | null;
                ruleVersion: number | null;
                sourceStatus: components["schemas"]["Sureness"];
                label: string;
            }[];
        };
        /**
         * @example {
         *       "customerId": "9900000054",
         *       "place": {
         *         "customerName": "演示·星火物资回收站",
         *         "districtCode": "500107",
         *         "districtName": "九龙坡区",
         *         "supplyUnit": "演示·九龙供电",
         *         "industryCode": "5191",
         *         "industryEdition": "2017",
         *         "registry": "on-day",
         *         "jurisdictions": [
         *           "500107",
         *           "CQ",
         *           "CN"
         *         ],
         *         "withoutDistrict": null
         *       },
         *       "records": [
         *         {
         *           "kind": "entry",
         *           "id": "change-000002-00001",
         *           "changeId": "change-000002",
         *           "enteredBy": "wu.min",
         *           "releasedBy": "tang.jie",
         *           "releasedAt": "2026-11-28T02:00:00.000Z",
         *           "entry": {
         *             "action": "apply",
         *             "entryId": null,
         *             "customerId": "9900000054",
         *             "industry": "钢铁",
         *             "category": "淘汰类",
         *             "step": null,
         *             "line": "",
         *             "pointIds": [],
         *             "yuanPerKwh": null,
         *             "from": "2026-12-01",
         *             "to": null,
         *             "caseNumber": "2026-00005",
         *             "note": "",
         *             "id": "change-000002-00001",
         *             "changeId": "change-000002",
         *             "document": {
         *               "documentNo": "演示决〔2026〕1号",
         *               "title": "关于执行差别电价的决定",
         *               "issuer": "演示·九龙坡区发展改革委",
         *               "issuedOn": "2026-11-20",
         *               "restsOn": "案件 2026-00005 的现场核查"
         *             },
         *             "enteredBy": "wu.min",
         *             "releasedBy": "tang.jie",
         *             "releasedAt": "2026-11-28T02:00:00.000Z"
         *           },
         *           "assessment": null,
         *           "notice": null
         *         }
         *       ],
         *       "stretches": [
         *         {
         *           "from": "2026-12-01",
         *           "to": "2026-12-31",
         *           "districtCode": "500107",
         *           "tiers": [
         *             {
         *               "entryId": "change-000002-00001",
         *               "industry": "钢铁",
         *               "category": "淘汰类",
         *               "step": null,
         *               "line": "",
         *               "pointIds": [],
         *               "documentNo": "演示决〔2026〕1号",
         *               "yuanPerKwh": "0.50",
         *               "toEnter": null,
         *               "ruleVersion": 1,
         *               "ruleId": "CN-STEEL-ELIM-2017",
         *               "sourceStatus": "secondary",
         *               "label": "依据二手来源"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        PriceHistory: {
            customerId: string;
            place: components["schemas"]["CustomerPlace"] | null;
            records: components["schemas"]["PriceRecord"][];
            /** @description From the first day of a decision to `to` */
            stretches: components["schemas"]["TierStretch"][];
        };
        /**
         * @example {
         *       "on": true,
         *       "reason": "区政府函〔2026〕18号"
         *     }
         */
        SwitchBody: {
            on: boolean;
            reason: string;
        };
        ReleaseSwitch: {
            /** @description Releases name it */
            sequence: number;
            district: string;
            /** @description Of the highest charge of a case */
            level: components["schemas"]["Level"];
            on: boolean;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        /**
         * @example {
         *       "switch": {
         *         "sequence": 1,
         *         "district": "500107",
         *         "level": "red",
         *         "on": true,
         *         "reason": "区政府函〔2026〕18号",
         *         "by": "zhao.lei",
         *         "at": "2026-11-27T13:34:18.475Z"
         *       }
         *     }
         */
        SwitchAnswer: {
            switch: components["schemas"]["ReleaseSwitch"];
        };
        /**
         * @example {
         *       "switches": [
         *         {
         *           "sequence": 1,
         *           "district": "500107",
         *           "level": "red",
         *           "on": true,
         *           "reason": "区政府函〔2026〕18号",
         *           "by": "zhao.lei",
         *           "at": "2026-11-27T13:34:18.475Z"
         *         }
         *       ],
         *       "history": [
         *         {
         *           "sequence": 1,
         *           "district": "500107",
         *           "level": "red",
         *           "on": true,
         *           "reason": "区政府函〔2026〕18号",
         *           "by": "zhao.lei",
         *           "at": "2026-11-27T13:34:18.475Z"
         *         }
         *       ]
         *     }
         */
        SwitchList: {
            /** @description As they are now; a district and level not named is off */
            switches: components["schemas"]["ReleaseSwitch"][];
            /** @description Newest first, the last 500 */
            history: components["schemas"]["ReleaseSwitch"][];
        };
        /** @enum {string} */
        WatchReason: "confirmed" | "red-card" | "production-stopped" | "suspended" | "account-closed" | "exited";
        /** @enum {string} */
        WatchPlace: "customer" | "point" | "transformer" | "address";
        /**
         * @example {
         *       "reason": "red-card",
         *       "customerId": "9900000054",
         *       "document": "渝经信函〔2026〕41号"
         *     }
         */
        NewWatch: {
            /**
             * @default red-card
             * @enum {string}
             */
            reason: "confirmed" | "red-card";
            /**
             * @description 户号; its points, transformers and addresses are watched with it
             * @default
             */
            customerId: string;
            /** @default  */
            pointId: string;
            /** @default  */
            transformerId: string;
            /** @default  */
            address: string;
            /**
             * @description What was found there; null: not told
             * @default null
             */
            watchedFor: components["schemas"]["Signature"] | null;
            /** @description First plant day; today unless told */
            since?: string | null;
            document: string;
            /** @default  */
            note: string;
        };
        WatchEntry: {
            id: string;
            reason: components["schemas"]["WatchReason"];
            /**
             * @description registry: by its status alone, ended by it alone
             * @enum {string}
             */
            source: "registry" | "person" | "case";
            /** @description 户号; empty: a place alone */
            customerId: string;
            pointId: string;
            transformerId: string;
            address: string;
            watchedFor: components["schemas"]["Signature"] | null;
            /** @description First plant day; null: the registry tells no day */
            since: string | null;
            /** @description First plant day it holds no more; null: until further notice */
            until: string | null;
            caseId: string | null;
            document: string;
            note: string;
            createdAt: string | null;
            createdBy: string;
            endedAt: string | null;
            endedBy: string | null;
            endReason: string | null;
        };
        /**
         * @example {
         *       "entries": [
         *         {
         *           "id": "watch-881313760b0361015143",
         *           "reason": "red-card",
         *           "source": "person",
         *           "customerId": "9900000054",
         *           "pointId": "",
         *           "transformerId": "",
         *           "address": "",
         *           "watchedFor": "induction-furnace",
         *           "since": "2026-11-27",
         *           "until": null,
         *           "caseId": null,
         *           "document": "渝经信函〔2026〕41号",
         *           "note": "红牌",
         *           "createdAt": "2026-11-27T13:34:21.708Z",
         *           "createdBy": "wang.fang",
         *           "endedAt": null,
         *           "endedBy": null,
         *           "endReason": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        WatchPage: {
            entries: components["schemas"]["WatchEntry"][];
            next: string | null;
        };
        /**
         * @example {
         *       "entry": {
         *         "id": "watch-881313760b0361015143",
         *         "reason": "red-card",
         *         "source": "person",
         *         "customerId": "9900000054",
         *         "pointId": "",
         *         "transformerId": "",
         *         "address": "",
         *         "watchedFor": "induction-furnace",
         *         "since": "2026-11-27",
         *         "until": null,
         *         "caseId": null,
         *         "document": "渝经信函〔2026〕41号",
         *         "note": "红牌",
         *         "createdAt": "2026-11-27T13:34:21.708Z",
         *         "createdBy": "wang.fang",
         *         "endedAt": null,
         *         "endedBy": null,
         *         "endReason": null
         *       },
         *       "correctionId": null
         *     }
         */
        WatchAnswer: {
            entry: components["schemas"]["WatchEntry"];
            /** @description The correction that has days judged again; null when no judged day is concerned */
            correctionId: number | null;
        };
        /**
         * @example {
         *       "reason": "设备已拆除"
         *     }
         */
        EndWatchBody: {
            reason: string;
            /**
             * Format: date
             * @description First plant day it holds no more; today unless told
             */
            until?: string;
        };
        /**
         * @example {
         *       "taken": true,
         *       "added": 1,
         *       "known": 0,
         *       "faults": [],
         *       "entries": [
         *         {
         *           "reason": "red-card",
         *           "customerId": "9900000040",
         *           "pointId": "",
         *           "transformerId": "",
         *           "address": "",
         *           "watchedFor": null,
         *           "since": "2026-11-20",
         *           "document": "渝经信函〔2026〕41号",
         *           "note": ""
         *         }
         *       ],
         *       "correctionId": 1
         *     }
         */
        WatchImportAnswer: {
            /** @description false: a dry run, or faults */
            taken: boolean;
            added: number;
            /** @description Rows that are watched already */
            known: number;
            /** @description Nothing is taken while one is left */
            faults: {
                line: number;
                detail: string;
            }[];
            /** @description The first 200 rows as understood */
            entries: components["schemas"]["NewWatch"][];
            correctionId: number | null;
        };
        CaseWeek: {
            caseId: string;
            /** @description Of its highest charge */
            pointId: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The day the charge judged last
             */
            to: string;
            /** @description Mean power of each hour, kW; null: no reading */
            kw: (number | null)[];
        };
        /**
         * @example {
         *       "weeks": [
         *         {
         *           "caseId": "case-d54c3e73a325fa29ab4f",
         *           "pointId": "DEMO-0054",
         *           "from": "2026-11-24",
         *           "to": "2026-11-24",
         *           "kw": [
         *             512.4,
         *             508.1,
         *             null,
         *             24.5
         *           ]
         *         }
         *       ]
         *     }
         */
        CaseWeeks: {
            /** @description Of cases that are seen and have a curve */
            weeks: components["schemas"]["CaseWeek"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getPricingKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not heeded here: each sign-in is a new one. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not heeded here: each sign-in is a new one. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser goes on to the identity provider */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInOidcCallback: {
        parameters: {
            query?: {
                /** @description What the identity provider hands out once */
                code?: string;
                /** @description What it was given when the sign-in began */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <p><a href="/">已登录，继续 · <span lang="en">Signed in, go on</span></a></p> */
                    "text/html": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                /** @description Id of the last import of the page before */
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: {
                /** @description For people to know it again */
                fileName?: string;
                /** @description Name of a saved import profile */
                profile?: string;
                /** @description Judge days of readings that are more than 7 days behind their point, instead of only storing them */
                backfill?: "true" | "false";
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example meter_id,ts,kw,kvar
                 *     DEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34
                 *     DEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8
                 */
                "text/csv": string;
                "application/x-ndjson": components["schemas"]["ReadingInput"] | components["schemas"]["DayRowInput"] | components["schemas"]["DailyRegisterInput"];
                "application/gzip": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJob"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJob"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportJob"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfilesName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedProfile"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProfilesName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportProfileInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedProfile"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProfilesName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRejectsExport: {
        parameters: {
            query?: {
                /** @description Such as unknown-meter, or corrected: what lost its slot */
                reason?: string;
                /** @description Such as http:analyst or import:… */
                source?: string;
                /** @description Part of what arrived */
                text?: string;
                /** @description Whether it was taken in after all */
                replayed?: "true" | "false";
                /** @description Sequence of the last entry of the page before */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example sequence,reason,detail,source,first_at,last_at,times,raw
                     *     7,unknown-meter,No meter DEMO-9999 in the registry: import the registry first.,http:zhao.lei,2026-11-27T21:34:18+08:00,2026-11-27T21:34:18+08:00,1,"DEMO-9999,2026-11-27T00:15:00+08:00,3.2,0.4"
                     */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRejectsReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCorrections: {
        parameters: {
            query?: {
                /** @description Id of the last correction of the page before */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCorrectionsId: {
        parameters: {
            query?: {
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCases: {
        parameters: {
            query?: {
                /** @description true: what waits: open, neither merged nor snoozed */
                inbox?: "true" | "false";
                /** @description true: assigned to who asks */
                mine?: "true" | "false";
                /** @description true: assigned to nobody */
                unassigned?: "true" | "false";
                /** @description true: assigned to who asks, or to nobody */
                desk?: "true" | "false";
                assignee?: string;
                /** @description One or several: given again, or with commas between them */
                state?: components["schemas"]["CaseStateInput"][];
                level?: components["schemas"]["LevelInput"];
                signature?: components["schemas"]["SignatureInput"];
                /**
                 * @description Code of the district that was told, or that the registry names
                 * @example 500107
                 */
                district?: string;
                /** @description 供电单位 */
                supplyUnit?: string;
                /**
                 * @description Beginning of the industry code
                 * @example 33
                 */
                industry?: string;
                /** @description true: its deadline has passed */
                overdue?: "true" | "false";
                snoozed?: "true" | "false";
                /** @description true: those merged into another case, too */
                merged?: "true" | "false";
                source?: components["schemas"]["CaseSourceInput"];
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                openedFrom?: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-30
                 */
                openedTo?: string;
                /** @description Part of the number, of the customer’s name or of the 户号; A–Z in either case */
                text?: string;
                sort?: components["schemas"]["CaseSortInput"];
                order?: components["schemas"]["SortOrderInput"];
                /** @description true: tell how many there are in all */
                count?: "true" | "false";
                /**
                 * @description "next" of the page before, asked with the same filters
                 * @example WyJkQ0laVXpaLXFWVHQiLCIyMDI2LTAwMDAyIiwiY2FzZS02YmIzZTM4ZmQ1MThlM2QzNGE2NyJd
                 */
                after?: string;
                /** @description Rows left out before the page: a look into the middle of a list, which may have moved since */
                skip?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseByHandInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesExport: {
        parameters: {
            query?: {
                /** @description true: what waits: open, neither merged nor snoozed */
                inbox?: "true" | "false";
                /** @description true: assigned to who asks */
                mine?: "true" | "false";
                /** @description true: assigned to nobody */
                unassigned?: "true" | "false";
                /** @description true: assigned to who asks, or to nobody */
                desk?: "true" | "false";
                assignee?: string;
                /** @description One or several: given again, or with commas between them */
                state?: components["schemas"]["CaseStateInput"][];
                level?: components["schemas"]["LevelInput"];
                signature?: components["schemas"]["SignatureInput"];
                /**
                 * @description Code of the district that was told, or that the registry names
                 * @example 500107
                 */
                district?: string;
                /** @description 供电单位 */
                supplyUnit?: string;
                /**
                 * @description Beginning of the industry code
                 * @example 33
                 */
                industry?: string;
                /** @description true: its deadline has passed */
                overdue?: "true" | "false";
                snoozed?: "true" | "false";
                /** @description true: those merged into another case, too */
                merged?: "true" | "false";
                source?: components["schemas"]["CaseSourceInput"];
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                openedFrom?: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-30
                 */
                openedTo?: string;
                /** @description Part of the number, of the customer’s name or of the 户号; A–Z in either case */
                text?: string;
                sort?: components["schemas"]["CaseSortInput"];
                order?: components["schemas"]["SortOrderInput"];
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 案件编号,状态,级别,特征,户号,户名,区县代码,已告知区县,部门,供电单位,行业代码,来源,经办人,立案时间,进入本状态时间,期限,上报时间,销号时间,暂缓至,涉及金额（元）,优先级（元）,并入案件,案件标识
                     *     2026-00005,to-check,red,crypto-mining;induction-furnace,9900000054,演示·星火物资回收站,500107,,,演示·九龙供电,5191,finding,li.na,2026-11-21T00:00:00+08:00,2026-11-27T21:34:17+08:00,2026-12-03T00:00:00+08:00,2026-11-27T21:34:16+08:00,,,5648.67,5648.67,,case-d54c3e73a325fa29ab4f
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesWeeks: {
        parameters: {
            query: {
                /** @description Numbers or ids, with commas between them, at most 100 */
                cases: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseWeeks"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFindings: {
        parameters: {
            query: {
                /** @example DEMO-0054 */
                point: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdInspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdSubmit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAcknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdHandle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdReopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAssign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdSnooze: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdPass: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdWake: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdUrge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDone"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdSplit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdFiles: {
        parameters: {
            query: {
                /**
                 * @description With its ending, without folders
                 * @example inspection.txt
                 */
                name: string;
                note?: string;
                /** @description Of the grid company: whether districts that see the case see it */
                shared?: "true" | "false";
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example 11月27日现场检查：厂房内有中频炉一台，炉体尚热。 */
                "text/plain": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdFilesFileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdFilesFileIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdAccusation: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # 用电嫌疑线索 2026-00005
                     *
                     *     > **本件是线索，不是认定。** 它由用电读数、档案和电价规则算出，只提出建议：是否违法、如何处置，由政府部门现场核查后决定。
                     *
                     *     ## 对象
                     *
                     *     | 项目 | 登记内容 |
                     *     | --- | --- |
                     *     | 案件编号 | 2026-00005（第 13 版） |
                     *     | 状态 | 待核查 |
                     *     | 用户 | 演示·星火物资回收站 |
                     *     | 户号 | 9900000054 |
                     *     | 区县 | 九龙坡区 500107 |
                     *     | 供电单位 | 演示·九龙供电 |
                     *     | 计量点 | DEMO-0054 |
                     *     | 申报行业 | 5191（GB/T 4754-2017，其他） |
                     *     | 登记许可 | 废金属分选 |
                     *     | 合同容量 | 630 kVA |
                     *     | 电压 | 10 kV |
                     *     | 用电状态 | 在用 |
                     *
                     *     ## 嫌疑：中频感应炉熔炼（疑似地条钢等）
                     *
                     *     有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。
                     */
                    "text/markdown": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCasesIdVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdChargesSignatureOutcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                signature: components["schemas"]["SignatureInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoard: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-25
                 */
                to: string;
                by?: components["schemas"]["BoardByInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoardExport: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-25
                 */
                to: string;
                by?: components["schemas"]["BoardByInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example key,confirmed,of,precision,lower,upper,dismissed,cannotVerify,passedOn,licensed-process,data-centre,other-lawful-load,data-error,tenant-or-landlord,test-run,other
                     *     induction-furnace 2,1,1,1,0.20654931179180275,1,0,0,0,0,0,0,0,0,0,0
                     */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCriteriaPreview: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriterionTrialInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPreview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCriteriaIdPreview: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPreview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCriteria: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriterionProposalInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCriteriaIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCriteriaIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDeadlinesState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                state: components["schemas"]["TimedStateInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverdue: {
        parameters: {
            query?: {
                by?: components["schemas"]["OverdueByInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverdueBoard"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKnownGood: {
        parameters: {
            query?: {
                state?: components["schemas"]["KnownGoodStateInput"];
                /** @description 户号 */
                customer?: string;
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKnownGood: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnownGoodBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKnownGoodPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnownGoodBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodPreview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKnownGoodIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKnownGoodIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKnownGoodIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownGoodAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingBill: {
        parameters: {
            query: {
                /** @description 户号 */
                customer: string;
                /**
                 * @description First day
                 * @example 2026-10-01
                 */
                from: string;
                /**
                 * @description Last day, inclusive
                 * @example 2026-10-31
                 */
                to: string;
                /** @description Only what was released until then counts; now unless told */
                knownAt?: string;
                source?: components["schemas"]["BillSourceInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingBill: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenBillBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingWhatIf: {
        parameters: {
            query: {
                /**
                 * @description First day
                 * @example 2026-10-01
                 */
                from: string;
                /**
                 * @description Last day, inclusive
                 * @example 2026-10-31
                 */
                to: string;
                /** @description Only customers of its jurisdiction on the last day */
                district?: string;
                /** @description In the words of the decisions */
                industry?: string;
                /** @description A change of rules, proposed or decided */
                change: string;
                /** @description Whether the first page tells the totals of all, for which all are reckoned */
                totals?: "true" | "false";
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingWhatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingWhatIfExport: {
        parameters: {
            query: {
                /**
                 * @description First day
                 * @example 2026-10-01
                 */
                from: string;
                /**
                 * @description Last day, inclusive
                 * @example 2026-10-31
                 */
                to: string;
                /** @description Only customers of its jurisdiction on the last day */
                district?: string;
                /** @description In the words of the decisions */
                industry?: string;
                /** @description A change of rules, proposed or decided */
                change: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 户号,户名,区县代码,行业,电量（kWh）,其中估算（kWh）,现行加价（元）,现行未定行数,拟议加价（元）,拟议未定行数,差额（元）
                     *     9900000054,演示·星火物资回收站,500107,钢铁,9600.5,100,4800.25,0,5760.30,0,960.05
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingChanges: {
        parameters: {
            query?: {
                state?: components["schemas"]["PriceChangeStateInput"];
                kind?: components["schemas"]["PriceChangeKindInput"];
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangePage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingChanges: {
        parameters: {
            query?: {
                /** @description Only tell the faults, and what it would change */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceChangeBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangeProposal"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingChangesExport: {
        parameters: {
            query?: {
                state?: components["schemas"]["PriceChangeStateInput"];
                kind?: components["schemas"]["PriceChangeKindInput"];
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 标识,类型,状态,行数,原因,提出人,提出时间,决定人,决定时间,决定理由
                     *     change-000002,rules,proposed,1,补录挖矿地方加价标准,zhou.jie,2026-11-27T21:34:21+08:00,,,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingChangesId: {
        parameters: {
            query?: {
                /** @description "next" of the page before */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangeView"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingChangesIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangeDecided"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingChangesIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangeDecided"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingChangesIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChangeDecided"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingChangesTemplate: {
        parameters: {
            query: {
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
                kind: components["schemas"]["PriceChangeKindInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 户号,期间起,期间止,通知日期,缴清日期,文号,备注
                     *     9900000054,2026-01-01,2026-10-31,2026-11-20,,示例〔2026〕4号,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingChangesIdTable: {
        parameters: {
            query?: {
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 户号,期间起,期间止,通知日期,缴清日期,文号,备注
                     *     9900000054,2026-01-01,2026-10-31,2026-11-20,,示例〔2026〕4号,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReleaseSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putReleaseSwitchesDistrictLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of the district that is told */
                district: string;
                level: components["schemas"]["LevelInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDetectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDetectorsSignatureVersionPreview: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-01
                 */
                from: string;
                /**
                 * @description Last plant day
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                signature: components["schemas"]["SignatureInput"];
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPreview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDetectorsSignatureVersionPropose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                signature: components["schemas"]["SignatureInput"];
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDetectorsSignatureVersionRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                signature: components["schemas"]["SignatureInput"];
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDetectorsSignatureVersionRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                signature: components["schemas"]["SignatureInput"];
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlerts: {
        parameters: {
            query?: {
                status?: components["schemas"]["AlertStatusInput"];
                type?: components["schemas"]["AlertTypeInput"];
                /**
                 * @description Id of an endpoint it goes to
                 * @example endpoint-000001
                 */
                endpoint?: string;
                /** @description Id of a case */
                case?: string;
                /**
                 * @description Made at this instant or later
                 * @example 2026-11-27T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Made before this instant
                 * @example 2026-11-28T00:00:00+08:00
                 */
                to?: string;
                /**
                 * @description `next` of the page before
                 * @example 1795786449134@msg_1
                 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlertsExport: {
        parameters: {
            query?: {
                status?: components["schemas"]["AlertStatusInput"];
                type?: components["schemas"]["AlertTypeInput"];
                /**
                 * @description Id of an endpoint it goes to
                 * @example endpoint-000001
                 */
                endpoint?: string;
                /** @description Id of a case */
                case?: string;
                /**
                 * @description Made at this instant or later
                 * @example 2026-11-27T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Made before this instant
                 * @example 2026-11-28T00:00:00+08:00
                 */
                to?: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 通知标识,案件标识,案件版本,区县代码,部门,类型,状态,生成时间,送达时间,下次发送,接收端,发送次数,最近一次结果
                     *     msg_e17d5a295a697974db8a1425be398a8c6bf006b75e3da1b420f87daaf770739b,case-d54c3e73a325fa29ab4f,6,500107,,case.reported,waiting,2026-11-27T21:34:16+08:00,,2026-11-27T21:38:26+08:00,endpoint-000001,2,alerts.jiulongpo.example is a host name that nobody knows.
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAlertsIdResend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResentAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlertProposals: {
        parameters: {
            query?: {
                state?: components["schemas"]["AlertProposalStateInput"];
                /** @description Id of a case */
                case?: string;
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertProposalPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAlertProposals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertProposalBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertProposalAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAlertProposalsProposalRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertProposalAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCasesIdAlertProposalsProposalRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertProposalAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLetters: {
        parameters: {
            query?: {
                district?: string;
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLettersIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <!doctype html>
                     *     <html lang="zh-CN">
                     *     <head>
                     *     <meta charset="utf-8">
                     *     <title>用电异常情况告知函 电异函〔2026〕00001号</title>
                     *     </head>
                     *     <body>
                     *     <header>
                     *     <h1>用电异常情况告知函</h1>
                     *     <p class="number">电异函〔2026〕00001号</p>
                     *     </header>
                     *     <p class="to">九龙坡区经信委：</p>
                     *     </body>
                     *     </html>
                     */
                    "text/html": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLettersIdReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterReceiptBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpoints: {
        parameters: {
            query?: {
                district?: string;
                state?: components["schemas"]["EndpointStateInput"];
                /**
                 * @description `next` of the page before
                 * @example endpoint-000001
                 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointSecret"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpointsExport: {
        parameters: {
            query?: {
                district?: string;
                state?: components["schemas"]["EndpointStateInput"];
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 标识,区县代码,部门,地址,类型,特征,最低级别,备注,状态,停用原因,失败自,最近送达,创建时间,创建人
                     *     endpoint-000001,500107,,https://alerts.jiulongpo.example/dianshao,,,orange,经信委值班系统,on,,2026-11-27T21:34:16+08:00,,2026-11-27T21:30:00+08:00,wang.qiang
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointHealth"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNetworks: {
        parameters: {
            query?: {
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNetworks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNetworksIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdRotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointSecret"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBodyInput"] | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResentAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEndpointsIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointTest"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPointsPointCurve: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-24
                 */
                from: string;
                /**
                 * @description Last plant day, at most 400 days on
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Curve"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPointsPointDays: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-24
                 */
                from: string;
                /**
                 * @description Last plant day, at most 400 days on
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DaySums"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPointsPointBands: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-24
                 */
                from: string;
                /**
                 * @description Last plant day, at most 400 days on
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointBands"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPointsPointPeers: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-24
                 */
                from: string;
                /**
                 * @description Last plant day, at most 400 days on
                 * @example 2026-11-25
                 */
                to: string;
            };
            header?: never;
            path: {
                point: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerDays"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingTier: {
        parameters: {
            query: {
                /**
                 * @description 户号
                 * @example 5001234567
                 */
                customer: string;
                /**
                 * @description Plant day; today unless told
                 * @example 2024-03-15
                 */
                day?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingCustomersIdHistory: {
        parameters: {
            query?: {
                /**
                 * @description Last plant day of the time line; today unless told
                 * @example 2024-03-15
                 */
                to?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description 户号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceHistory"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingRulesIdHistory: {
        parameters: {
            query?: {
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description Id of the rule */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleHistory"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingRules: {
        parameters: {
            query?: {
                /**
                 * @description Plant day; today unless told
                 * @example 2024-03-15
                 */
                day?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                /** @description Rules that hold there that day, those of the country with them */
                district?: string;
                /**
                 * @description In the words of the rules
                 * @example 钢铁
                 */
                industry?: string;
                category?: components["schemas"]["TariffCategoryInput"];
                status?: components["schemas"]["SourceStatusInput"];
                /** @description Part of its id, document or words; A–Z in either case */
                text?: string;
                /** @description "next" of the page before, asked with the same filters */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleListPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingRulesExport: {
        parameters: {
            query?: {
                /**
                 * @description Plant day; today unless told
                 * @example 2024-03-15
                 */
                day?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                /** @description Rules that hold there that day, those of the country with them */
                district?: string;
                /**
                 * @description In the words of the rules
                 * @example 钢铁
                 */
                industry?: string;
                category?: components["schemas"]["TariffCategoryInput"];
                status?: components["schemas"]["SourceStatusInput"];
                /** @description Part of its id, document or words; A–Z in either case */
                text?: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 规则,版本,施行地代码,施行地,行业,类别,加价（元/kWh）
                     *     CN-STEEL-ELIM-2017,1,CN,全国,钢铁,淘汰类,0.50
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingCustomers: {
        parameters: {
            query?: {
                /**
                 * @description Plant day; today unless told
                 * @example 2024-03-15
                 */
                day?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                /** @description Code of the district that the customer lies in that day */
                district?: string;
                /**
                 * @description In the words of the decision
                 * @example 钢铁
                 */
                industry?: string;
                category?: components["schemas"]["TariffCategoryInput"];
                /** @description proposed: by an open case only; both unless told */
                status?: "in-force" | "proposed";
                /** @description Part of the 户号, name or document; A–Z in either case */
                text?: string;
                /** @description "next" of the page before, asked with the same filters */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerListPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingCustomersExport: {
        parameters: {
            query?: {
                /**
                 * @description Plant day; today unless told
                 * @example 2024-03-15
                 */
                day?: string;
                /**
                 * @description Only what was released until this instant counts: what was known then
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                /** @description Code of the district that the customer lies in that day */
                district?: string;
                /**
                 * @description In the words of the decision
                 * @example 钢铁
                 */
                industry?: string;
                category?: components["schemas"]["TariffCategoryInput"];
                /** @description proposed: by an open case only; both unless told */
                status?: "in-force" | "proposed";
                /** @description Part of the 户号, name or document; A–Z in either case */
                text?: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 户号,户名,区县代码,区县,供电单位,状态,行业,类别
                     *     9900000054,演示·星火物资回收站,500107,九龙坡区,演示·九龙供电,in-force,钢铁,淘汰类
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingDifferences: {
        parameters: {
            query: {
                list: "rules" | "customers";
                /**
                 * @description Plant day
                 * @example 2025-12-31
                 */
                from: string;
                /**
                 * @description Plant day
                 * @example 2026-01-01
                 */
                to: string;
                /**
                 * @description What was known of `from` at this instant; all unless told
                 * @example 2024-04-01T00:00:00+08:00
                 */
                fromKnownAt?: string;
                /**
                 * @description What was known of `to` at this instant; all unless told
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                /** @description "next" of the page before, asked with the same filters */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencePage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingDifferencesExport: {
        parameters: {
            query: {
                list: "rules" | "customers";
                /**
                 * @description Plant day
                 * @example 2025-12-31
                 */
                from: string;
                /**
                 * @description Plant day
                 * @example 2026-01-01
                 */
                to: string;
                /**
                 * @description What was known of `from` at this instant; all unless told
                 * @example 2024-04-01T00:00:00+08:00
                 */
                fromKnownAt?: string;
                /**
                 * @description What was known of `to` at this instant; all unless told
                 * @example 2024-04-01T00:00:00+08:00
                 */
                knownAt?: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 对象,变化,变化的栏目
                     *     9900000054 钢铁  ,came,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadingsExport: {
        parameters: {
            query: {
                /**
                 * @description First plant day
                 * @example 2026-11-24
                 */
                from: string;
                /**
                 * @description Last plant day, at most 400 days on
                 * @example 2026-11-25
                 */
                to: string;
                /** @description One metering point; all of them when absent */
                point?: string;
                /** @description 户号 */
                customer?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example meter_id,ts,kw,kvar,revision
                     *     DEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34,0
                     *     DEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8,0
                     */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRejects: {
        parameters: {
            query?: {
                /** @description Such as unknown-meter, or corrected: what lost its slot */
                reason?: string;
                /** @description Such as http:analyst or import:… */
                source?: string;
                /** @description Part of what arrived */
                text?: string;
                /** @description Whether it was taken in after all */
                replayed?: "true" | "false";
                /** @description Sequence of the last entry of the page before */
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegistryExport: {
        parameters: {
            query?: {
                /** @description 户号 */
                customer?: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 电表,计量点,户号,户名,统一社会信用代码,区县代码,供电单位,行业代码,行业分类版本,合同容量（kVA）,电压（kV）,采集间隔（分钟）,许可工艺,状态,倍率,主备,上级计量点,用电地址,变压器,核定产能（吨/年）,生效日,失效日
                     *     DEMO-0001,DEMO-0001,9900000001,演示·向阳仓储光伏用户,500115,演示·长寿供电,5990,2017,400,10,15,,in-use,1,main,,,,0,,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWatchExport: {
        parameters: {
            query?: {
                reason?: components["schemas"]["WatchReasonInput"];
                /** @description 户号 */
                customer?: string;
                point?: string;
                transformer?: string;
                /** @description As it is written in the registry, or nearly so */
                address?: string;
                /** @description Whether it still holds */
                active?: "true" | "false";
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 标识,原因,来源,户号,计量点,变压器,用电地址,关注特征,起,止,案件标识,文号,备注,录入时间,录入人,终止时间,终止人,终止原因
                     *     watch-04563a8ea639091d5e53,red-card,person,9900000040,,,,,2026-11-20,,,渝经信函〔2026〕41号,,2026-11-27T21:34:21+08:00,wang.fang,,,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCorrectionsExport: {
        parameters: {
            query?: {
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 编号,时间,操作人,类型,计量点数,待重判计量点,已重判天数,结论变化天数
                     *     1,2026-11-27T21:34:21+08:00,wang.fang,watch,1,0,6,0
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCriteriaExport: {
        parameters: {
            query?: {
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 标识,特征,检测器版本,黄级阈值,橙级阈值,红级阈值,消退阈值,生效日,状态,提出人,提出时间,发布人,发布时间
                     *     built-in-induction-furnace,induction-furnace,*,0.7,0.8,0.9,0.6,,released,built-in,,built-in,
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFindingsExport: {
        parameters: {
            query: {
                /** @example DEMO-0054 */
                point: string;
                format?: components["schemas"]["ExportFormatInput"];
                /** @description Language of the headings */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example 标识,计量点,户号,特征,日期,窗口起,得分,可归因功率（kW）,可归因电量（kWh）,说明,说明（英文）,未立案原因,检测器版本
                     *     7f5c7c9f070b415673671b3fcb9312f38955a794,DEMO-0054,9900000054,induction-furnace,2026-11-25,2026-10-22,0.9955407655760696,511.9849841594696,11297.33447265625,有 6 天出现约 512 kW 的负荷（最近一次 2026-11-24 23:15—05:15），按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。,"On 6 days a load of about 512 kW (last on 2026-11-24, 23:15 to 05:15) rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised.",,2
                     */
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWatch: {
        parameters: {
            query?: {
                reason?: components["schemas"]["WatchReasonInput"];
                /** @description 户号 */
                customer?: string;
                point?: string;
                transformer?: string;
                /** @description As it is written in the registry, or nearly so */
                address?: string;
                /** @description Whether it still holds */
                active?: "true" | "false";
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWatchIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndWatchBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description Id of a case, a criterion or a detector version */
                case?: string;
                actor?: string;
                /** @description refused: an attempt that was not allowed; decline: a proposal that was turned down; decision: a government decision that names the case was released */
                action?: "open" | "charge" | "evidence" | "submit" | "return" | "release" | "refused" | "view" | "outcome" | "close" | "propose" | "decline" | "shadow" | "activate" | "retire" | "assign" | "comment" | "snooze" | "wake" | "inspect" | "acknowledge" | "handle" | "answer" | "pass" | "merge" | "split" | "reopen" | "undo" | "file" | "withdraw-file" | "remind" | "escalate" | "urge" | "sign-in" | "sign-out" | "account" | "token" | "export" | "switch" | "deadline" | "end" | "watch" | "decision" | "hand-over" | "withdraw" | "update" | "decided" | "letter" | "receipt" | "endpoint" | "resend" | "network";
                /**
                 * @description First day
                 * @example 2026-11-24
                 */
                from?: string;
                /**
                 * @description Last day
                 * @example 2026-11-27
                 */
                to?: string;
                /**
                 * @description `next` of the page before
                 * @example 1795786449134.1.detector-induction-furnace-2
                 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @description Id of a case, a criterion or a detector version */
                case?: string;
                actor?: string;
                /** @description refused: an attempt that was not allowed; decline: a proposal that was turned down; decision: a government decision that names the case was released */
                action?: "open" | "charge" | "evidence" | "submit" | "return" | "release" | "refused" | "view" | "outcome" | "close" | "propose" | "decline" | "shadow" | "activate" | "retire" | "assign" | "comment" | "snooze" | "wake" | "inspect" | "acknowledge" | "handle" | "answer" | "pass" | "merge" | "split" | "reopen" | "undo" | "file" | "withdraw-file" | "remind" | "escalate" | "urge" | "sign-in" | "sign-out" | "account" | "token" | "export" | "switch" | "deadline" | "end" | "watch" | "decision" | "hand-over" | "withdraw" | "update" | "decided" | "letter" | "receipt" | "endpoint" | "resend" | "network";
                /**
                 * @description First day
                 * @example 2026-11-24
                 */
                from?: string;
                /**
                 * @description Last day
                 * @example 2026-11-27
                 */
                to?: string;
                format?: "ndjson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"hash":"371cfbbfb6df7dad437f181d775d4f1a522e3189801124bb07fe44a3dbd4489f","link":{"action":"open","actor":"system","at":1795786454499,"case_id":"case-5d558fa0487fa12bb74e","detail":"{\"caseVersion\":1}","from_state":null,"previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","reason":"","sequence":1,"to_state":"to-check"}} */
                    "application/x-ndjson": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditRoots: {
        parameters: {
            query?: {
                /**
                 * @description Day of the last root of the page before
                 * @example 2026-01-01
                 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditRootPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditVerify: {
        parameters: {
            query?: {
                /** @description Id of a case; or ask for a period */
                case?: string;
                /** @example 2026-11-24 */
                from?: string;
                /**
                 * @description Last day
                 * @example 2026-11-27
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description Id of the last event that was heard, where Last-Event-ID cannot be sent; from now on unless told */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 34
                     *     event: case.open
                     *     data: {"caseId":"case-d54c3e73a325fa29ab4f","number":"2026-00005","version":1,"state":"to-check","at":"2026-11-27T13:34:15.860Z","actor":"system"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLink"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccountsNameChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Sign-in name; capital letters count as small ones */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChangeBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccountsNameDisable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Sign-in name; capital letters count as small ones */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccountsNameEnable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Sign-in name; capital letters count as small ones */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccountsNameInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Sign-in name; capital letters count as small ones */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLink"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: {
                /** @description Of another account: operator and auditor */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenMade"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccountsNameTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Sign-in name; capital letters count as small ones */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenMade"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokensIdRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDistricts: {
        parameters: {
            query?: {
                /**
                 * @description A plant day; today unless told
                 * @example 2025-11-05
                 */
                day?: string;
                /** @description Codes that are not in use on the day, too */
                all?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictList"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDistrictsCode: {
        parameters: {
            query?: {
                /**
                 * @description A plant day; today unless told
                 * @example 2025-11-05
                 */
                day?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictOnDay"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingHandOvers: {
        parameters: {
            query?: {
                /** @description "next" of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingHandOvers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingHandOversIdReceived: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverReceiptBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingHandOversIdFile: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    /**
                     * @example 变化,户号,户名,区县代码,行业,类别,档,生产线,计量点,执行起始日期,执行截止日期,自始不执行,加价起,加价止,加价（元/kWh）,规则,规则版本,规则文号,来源状态,决定文号,决定标题,发文机关,发文日期,终止依据,条目
                     *     new,9900000054,演示·星火物资回收站,500107,钢铁,淘汰类,,,,2026-11-10,,false,2026-11-10,2026-11-30,0.50,CN-STEEL-ELIM-2017,1,发改价格〔2016〕2803号,secondary,示例决〔2026〕1号,示例决定,示例区发展改革委,2026-11-05,,change-000002-00001
                     */
                    "text/csv": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPricingHandOversIdSignature: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is read, of any length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VHhIQ1R3WEJ5Z3JTNGsiLCJiNjQiOmZhbHNlLCJjcml0IjpbImI2NCJdfQ..c2hvcnRlbmVk */
                    "application/jose": string;
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBodyInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReadings: {
        parameters: {
            query?: {
                /** @description Name of a saved import profile */
                profile?: string;
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ReadingInput"] | components["schemas"]["DayRowInput"] | components["schemas"]["DailyRegisterInput"];
                /**
                 * @example meter_id,ts,kw,kvar
                 *     DEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34
                 *     DEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegistry: {
        parameters: {
            query?: {
                /** @description 户号 */
                customer?: string;
                /**
                 * @description "next" of the page before
                 * @example DEMO-0001@0
                 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterPage"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegistry: {
        parameters: {
            query?: {
                /** @description merge: rows are added to what is known of a meter; replace: they are all that is known of it */
                mode?: "merge" | "replace";
                /** @description Name of a saved import profile */
                profile?: string;
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,supply_unit
                 *     DEMO-0001,9900000001,演示·向阳仓储光伏用户,,500115,5990,400,10,15,,演示·长寿供电
                 *     DEMO-0002,9900000002,演示·经纬针织有限公司,500157,1763,500,10,15,,演示·两江供电
                 */
                "text/csv": string;
                "application/gzip": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsPreview: {
        parameters: {
            query?: {
                /** @description Name of a saved import profile */
                profile?: string;
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example meter_id,ts,kw,kvar
                 *     DEMO-0054,2026-11-24T00:15:00+08:00,362.35,89.34
                 *     DEMO-0054,2026-11-24T00:30:00+08:00,28.62,15.8
                 */
                "text/csv": string;
                "application/x-ndjson": components["schemas"]["ReadingInput"] | components["schemas"]["DayRowInput"] | components["schemas"]["DailyRegisterInput"];
                "application/gzip": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWatchImport: {
        parameters: {
            query?: {
                /** @description Only tell what would be taken */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example document,customer_id,reason,since
                 *     渝经信函〔2026〕41号,9900000040,红牌,2026-11-20
                 */
                "text/csv": string;
                "application/gzip": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchImportAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPricingChangesImport: {
        parameters: {
            query: {
                kind: components["schemas"]["PriceChangeKindInput"];
                /** @description Only tell the faults, and what would be put up */
                dryRun?: "true" | "false";
                /** @description Why it is put up; not needed of a dry run */
                reason?: string;
                /** @description Of a decision: the number (文号), where no column of the table tells it */
                documentNo?: string;
                /** @description Of a decision: the title, where no column of the table tells it */
                title?: string;
                /** @description Of a decision: who issued it (发文机关), where no column of the table tells it */
                issuer?: string;
                /**
                 * @description Of a decision: when it was issued
                 * @example 2026-11-20
                 */
                issuedOn?: string;
                /** @description Of a decision: what it rests on, where no column of the table tells it */
                restsOn?: string;
            };
            header?: {
                /** @description Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example 户号,行业,类别,执行起始日期,文号,标题,发文机关,发文日期,依据
                 *     9900000054,钢铁,淘汰类,2026-12-01,示例〔2026〕3号,示例决定,示例机关,2026-11-26,示例核查意见
                 */
                "text/csv": string;
                "application/gzip": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceTableAnswer"];
                };
            };
            /** @description Problem details (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
