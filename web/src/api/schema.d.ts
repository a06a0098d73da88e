// Made from ../openapi.json by `npm run types`: do not edit.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every account that has active deployments, is parked or is paused. `*` stands for a whole platform; while that is parked or
         *     paused, so are its accounts, and they say so.
         */
        get: operations["operate_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{platform}/{account_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an account, or with `*` a whole platform: nothing is sent for it until it is resumed. What is being sent now is
         *     finished. Pausing twice is harmless. An account that no setting, ticket or deployment names is 404.
         */
        post: operations["operate_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{platform}/{account_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a parked account at once, because the cause is gone: a renewed token, a lifted limit. Harmless when it is not parked. */
        post: operations["operate_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{platform}/{account_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume an account, or with `*` a platform, that was paused. Harmless when it was not. */
        post: operations["operate_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that are parked, with reason and until when. */
        get: operations["operate_parked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List brands, newest first. Sort by `name`, `internal_code`, `created_at` or `updated_at`. */
        get: operations["brands_list"];
        put?: never;
        /** Record a brand. */
        post: operations["brands_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One brand. */
        get: operations["brands_get"];
        /** Change a brand. Only the fields given change. */
        put: operations["brands_change"];
        post?: never;
        /** Delete a brand that no campaign refers to. */
        delete: operations["brands_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns, newest first. Sort by `name`, `campaign_name`, `budget`, `status`, `created_at` or `updated_at`. */
        get: operations["campaigns_list"];
        put?: never;
        /** Plan a campaign; its name is generated. */
        post: operations["campaigns_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign. */
        get: operations["campaigns_get"];
        /** Change a campaign's budget, status or flight. Its name, brand, market and currency never change. */
        put: operations["campaigns_change"];
        post?: never;
        /** Delete a campaign that no ticket refers to. */
        delete: operations["campaigns_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the tickets of campaigns plan to spend, and how many are where. Ids that no campaign has are left out. */
        get: operations["campaigns_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List channels, newest first. Sort by `platform_name`, `api_identifier`, `created_at` or `updated_at`. */
        get: operations["channels_list"];
        put?: never;
        /** Record a channel. */
        post: operations["channels_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One channel. */
        get: operations["channels_get"];
        /** Change a channel. Only the fields given change. */
        put: operations["channels_change"];
        post?: never;
        /** Delete a channel that no ticket refers to. */
        delete: operations["channels_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deploy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deploy a ticket. While a deployment of it is active, the answer is the same task: a double click is harmless. */
        post: operations["deploy_deploy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deploy/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy many tickets: a job, whose id is in `Location` and in each answer. One answer per ticket, in the same order. The first
         *     tickets are done before the answer, a few hundred within a second or two; the others are `waiting`, and `/jobs/{id}/items` tells
         *     what became of each.
         */
        post: operations["deploy_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deploy/status/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a deployment goes; `id` is the `task_id`. */
        get: operations["deploy_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deployments, newest first. Sort by `status`, `next_attempt_at`, `created_at` or `updated_at`. */
        get: operations["deploy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deployment with its whole story. */
        get: operations["deploy_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a deployment, as long as nothing was sent. Its ticket stays `READY_FOR_API`. */
        post: operations["deploy_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the ticket of a failed deployment again. While a deployment of it is active, the answer is that one. */
        post: operations["operate_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What ended lately, in spans of time, oldest first: for charts of throughput, success rate and time to live. */
        get: operations["operate_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many deployments are in each status, of those that the filter lets through; how long the queue is; who is at work. */
        get: operations["operate_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployments/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again every failed ticket whose last deployment matches: a job, as with `/deploy/bulk`. QA runs again on each, and it
         *     is deployed. What exists on the platform already is found, and not made again.
         */
        post: operations["operate_retry_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when, from what to what; newest first.
         * @description Data of more than 16 KiB is shown without configurations, or not at all, and has `"omitted": true`; the event itself has it.
         *     For older ones, follow the `Link` header, or pass the last `seq` as `before`. `X-Total-Count` does not heed `before`.
         */
        get: operations["events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event, whole. */
        get: operations["events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs, newest first. Sort by `created_at` or `updated_at`. */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job and its progress. */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job's items with the result of each, in the order in which they are done. */
        get: operations["jobs_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job: items without a result are not done. Deployments that it has requested go on; each can be cancelled. Stopping a
         *     stopped job changes nothing; a job that is done answers 409.
         */
        post: operations["jobs_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List markets, newest first. Sort by `code`, `country`, `region`, `created_at` or `updated_at`. */
        get: operations["markets_list"];
        put?: never;
        /** Record a market. */
        post: operations["markets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One market. */
        get: operations["markets_get"];
        /** Change a market. Only the fields given change. */
        put: operations["markets_change"];
        post?: never;
        /** Delete a market that no campaign refers to. */
        delete: operations["markets_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The platforms that have a connector. */
        get: operations["platforms_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{platform}/combinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Valid combinations of objective, optimisation goal, billing event and bid strategy, with their source. */
        get: operations["platforms_combinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{platform}/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of `payload_config`, for each request type and objective of a platform. */
        get: operations["platforms_schemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qa/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The QA rules: which are on, how severe each is, the limits, and the blocklists per platform. */
        get: operations["qa_get"];
        /** Change the QA rules. What is left out takes its default. Tickets that had passed the old rules become drafts again. */
        put: operations["qa_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the name of these parts would be, and what became of the typed campaign name. */
        post: operations["taxonomy_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomy/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether names are right: what each part says, which part is wrong, and the nearest registered code. */
        post: operations["taxonomy_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tickets, newest first. Sort by `name`, `status`, `request_type`, `created_at` or `updated_at`. */
        get: operations["tickets_list"];
        put?: never;
        /** Make a ticket, as a draft; its name is generated. */
        post: operations["tickets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket. */
        get: operations["tickets_get"];
        /** Edit a ticket, run QA on it, or write back an id by hand. An edit makes it a draft again. */
        put: operations["tickets_change"];
        post?: never;
        /** Delete a ticket that was never deployed. */
        delete: operations["tickets_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact requests that a deployment of the ticket would send, without secrets. */
        get: operations["tickets_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workers, with version and load; `alive` tells whether the last heartbeat is fresh. */
        get: operations["operate_workers"];
        put?: never;
        post?: never;
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
        /** @description An account that has something to do, or is kept from it. */
        Account: {
            /** @description The account; `*` for all of the platform. */
            account_id: string;
            /**
             * Format: int64
             * @description How many of its deployments have not ended.
             */
            active_deployments: number;
            parked?: null | components["schemas"]["ParkedAccount"];
            paused?: null | components["schemas"]["Pause"];
            /**
             * @description The platform's key.
             * @example meta
             */
            platform: string;
            platform_parked?: null | components["schemas"]["ParkedAccount"];
            platform_paused?: null | components["schemas"]["Pause"];
            /** @description Whether something is sent for it, which depends on its platform as well. */
            state: components["schemas"]["AccountState"];
        };
        /**
         * @description Whether something is sent for an account: `paused` by a person, `parked` by what the platform answered.
         * @enum {string}
         */
        AccountState: "free" | "paused" | "parked";
        /** @description A ticket's deployment that has not ended. */
        ActiveDeployment: {
            /**
             * Format: int32
             * @description How often a worker took it up.
             */
            attempt: number;
            /** @description What it waits for. */
            error?: string | null;
            /**
             * Format: uuid
             * @description Its identity; its whole story is at `/api/v1/deployments/{id}`.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it is taken up (again) (RFC 3339, UTC).
             */
            next_attempt_at: string;
            /** @description Where it is. */
            status: components["schemas"]["DeploymentStatus"];
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** decimal amount */
        Amount: string | number;
        /** @description One exchange with the platform. */
        Attempt: {
            /**
             * Format: int64
             * @description How long the exchange took.
             */
            elapsed_ms: number;
            /** @description HTTP method. */
            method: string;
            /**
             * @description `done`, `throttled`, `unavailable`, `unknown`, `refused`, `unauthorized`; of a look-up `found`, `nothing`, `several`;
             *     of reading an object back `agrees`, `differs`, `unread`.
             */
            outcome: string;
            /** @description The platform's own code, or what broke. */
            platform_code?: string | null;
            /** @description The request's body. */
            request: unknown;
            /** @description The answer. */
            response: unknown;
            /**
             * Format: date-time
             * @description When the request was made (RFC 3339, UTC).
             */
            started_at: string;
            /**
             * Format: int32
             * @description HTTP status; null when no answer came.
             */
            status?: number | null;
            /** @description The step's key. */
            step: string;
            /** @description The URL, without secrets. */
            url: string;
        };
        /** @description A blocked term: by the platform's id, by a piece of its name, or by both. */
        BlockedTerm: {
            /** @description The platform's id of it. */
            id?: string | null;
            /**
             * @description A piece of its name, in any case.
             * @example alcohol
             */
            name?: string | null;
        };
        /** @description A platform's blocklist. */
        Blocklist: {
            /** @description Content and interest categories. */
            categories?: components["schemas"]["BlockedTerm"][];
            /** @description Interests and behaviours. */
            interests?: components["schemas"]["BlockedTerm"][];
            /** @description Keywords and hashtags. */
            keywords?: components["schemas"]["BlockedTerm"][];
        };
        /** @description A brand: whose campaigns they are. */
        Brand: {
            /**
             * Format: date-time
             * @description When it was recorded (RFC 3339, UTC).
             */
            created_at: string;
            /** @description Whether brand safety keeps it off sensitive interests and inventory. */
            family_friendly: boolean;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * @description Unique, upper case: the brand's part of a name.
             * @example DIS
             */
            internal_code: string;
            /**
             * @description The name for people.
             * @example Disney
             */
            name: string;
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A brand to be recorded. */
        BrandCreate: {
            /** @description Whether brand safety must keep it off sensitive interests and inventory. */
            family_friendly?: boolean;
            /**
             * @description Unique; `[A-Za-z0-9_]{1,20}`, stored upper case.
             * @example DIS
             */
            internal_code: string;
            /**
             * @description The name for people.
             * @example Disney
             */
            name: string;
        };
        /** @description What to change of a brand; what is left out stays. */
        BrandUpdate: {
            /** @description Whether brand safety must keep it off sensitive interests and inventory. */
            family_friendly?: boolean;
            /** @description Names of existing campaigns keep the old code. */
            internal_code?: string;
            /** @description The name for people. */
            name?: string;
        };
        /** @description Budgets above which a ticket is refused: exact decimals in the campaign's currency. */
        BudgetLimits: {
            /**
             * @description A day's budget.
             * @example 100000.00
             */
            daily?: string;
            /**
             * @description A whole flight's budget.
             * @example 1000000.00
             */
            lifetime?: string;
        };
        /** @description A campaign. */
        Campaign: {
            /**
             * Format: uuid
             * @description Whose campaign it is.
             */
            brand_id: string;
            /**
             * @description Exact decimal amount in `currency`: how much all its tickets may spend.
             * @example 50000.00
             */
            budget: string;
            /**
             * @description What the planner typed.
             * @example Moana Launch!
             */
            campaign_name: string;
            /**
             * Format: date-time
             * @description When it was made (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string;
            /**
             * Format: date
             * @description Last day of the flight.
             */
            end_date?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * Format: uuid
             * @description Where it runs.
             */
            market_id: string;
            /**
             * @description The generated name; unique, and never changed.
             * @example DIS_US_MULTI_2026_MoanaLaunch
             */
            name: string;
            /**
             * Format: date
             * @description First day of the flight (`2026-05-01`).
             */
            start_date?: string | null;
            /** @description Where it is in its life. */
            status: components["schemas"]["CampaignStatus"];
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A campaign to be planned. */
        CampaignCreate: {
            /**
             * Format: uuid
             * @description Whose campaign it is.
             */
            brand_id: string;
            /** @description How much all its tickets may spend: an exact decimal above 0, as text or number, in `currency`. */
            budget: components["schemas"]["Amount"];
            /**
             * @description What people call it; becomes the last part of the generated name.
             * @example Moana Launch!
             */
            campaign_name: string;
            /**
             * Format: uuid
             * @description For a campaign on one channel only: its name then carries that channel rather than `MULTI`.
             */
            channel_id?: string | null;
            /**
             * @description ISO 4217; USD where none is given.
             * @example USD
             */
            currency?: string | null;
            /**
             * Format: date
             * @description Last day of the flight.
             * @example 2026-06-30
             */
            end_date?: string | null;
            /**
             * Format: uuid
             * @description Where it runs.
             */
            market_id: string;
            /**
             * Format: date
             * @description First day of the flight.
             * @example 2026-05-01
             */
            start_date?: string | null;
            status?: null | components["schemas"]["CampaignStatus"];
            /**
             * Format: int32
             * @description The year in its name; the current one (UTC) where none is given.
             */
            year?: number | null;
        };
        /**
         * @description Where a campaign is in its life.
         * @enum {string}
         */
        CampaignStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED";
        /** @description What to change of a campaign; what is left out stays. The rest of a campaign never changes. */
        CampaignUpdate: {
            /** @description How much all its tickets may spend; sends tickets that had passed QA back to it. */
            budget?: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description Last day of the flight; null for none.
             */
            end_date?: string | null;
            /**
             * Format: date
             * @description First day of the flight; null for none.
             */
            start_date?: string | null;
            /** @description Where it is in its life. */
            status?: components["schemas"]["CampaignStatus"];
        };
        /** @description What the tickets of a campaign use of it. */
        CampaignUsage: {
            /**
             * Format: uuid
             * @description The campaign.
             */
            campaign_id: string;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string;
            /**
             * @description What its tickets that create objects plan to spend, in whatever state they are: exact decimal in `currency`; null
             *     where none plans anything. (QA itself leaves out what it refused.)
             * @example 1230.00
             */
            planned?: string | null;
            /** @description How many of its tickets are where on which channel; combinations that no ticket has are left out. */
            tickets: components["schemas"]["TicketCount"][];
        };
        /** @description A channel: where tickets go. */
        Channel: {
            /**
             * @description Unique; how other systems call the channel.
             * @example meta_ads
             */
            api_identifier: string;
            /**
             * Format: date-time
             * @description When it was recorded (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /**
             * @description What people call the channel.
             * @example Meta
             */
            platform_name: string;
            /** @description Whether there is a connector for the platform, so that tickets can be deployed. */
            supported: boolean;
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A channel to be recorded. */
        ChannelCreate: {
            /**
             * @description Unique; how other systems call the channel.
             * @example meta_ads
             */
            api_identifier: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /**
             * @description What people call the channel. A platform's own name (`Meta`, `TikTok`, `Google Ads`, in any case) tells the platform too.
             * @example Meta
             */
            platform_name: string;
        };
        /**
         * @description The platform that a channel is on.
         * @enum {string}
         */
        ChannelPlatform: "meta" | "tiktok" | "google_ads";
        /** @description What to change of a channel; what is left out stays. */
        ChannelUpdate: {
            /** @description Unique; how other systems call the channel. */
            api_identifier?: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /** @description While tickets refer to the channel, the part of names that it stands for stays. */
            platform_name?: string;
        };
        /** @description The answer to an accepted deployment. */
        DeployAccepted: {
            /**
             * @description A sentence.
             * @example Deployment queued for platform: Meta
             */
            message: string;
            /**
             * @description Always `queued`.
             * @example queued
             */
            status: string;
            /**
             * Format: uuid
             * @description The deployment's id; ask `/api/v1/deploy/status/{task_id}` how it goes.
             */
            task_id: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        };
        /** @description The answer for one ticket of many. */
        DeployAnswer: {
            /**
             * Format: uuid
             * @description The job that did it.
             */
            job_id: string;
            /**
             * @description A sentence.
             * @example Deployment queued for platform: Meta
             */
            message: string;
            /**
             * @description Always `queued`.
             * @example queued
             */
            status: string;
            /**
             * Format: uuid
             * @description The deployment's id; ask `/api/v1/deploy/status/{task_id}` how it goes.
             */
            task_id: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        } | {
            /**
             * Format: int32
             * @description What a single request would have been answered with.
             */
            code: number;
            /**
             * Format: uuid
             * @description The job that tried it.
             */
            job_id: string;
            /** @description Why. */
            message: string;
            /**
             * @description Always `refused`.
             * @example refused
             */
            status: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        } | {
            /**
             * Format: uuid
             * @description The job that will do it.
             */
            job_id: string;
            /** @description A sentence. */
            message: string;
            /**
             * @description `waiting`, or `stopped` where somebody stopped the job meanwhile.
             * @example waiting
             */
            status: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        };
        /** @description Which tickets to deploy. */
        DeployBulkRequest: {
            /** @description Tickets that are `READY_FOR_API`. */
            ticket_ids: string[];
        };
        /** @description A deployment. */
        Deployment: {
            /** @description The account that it goes to. */
            account_id: string;
            /**
             * Format: int32
             * @description How often a worker took it up.
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was accepted (RFC 3339, UTC).
             */
            created_at: string;
            /** @description Why it failed, or what it waits for. */
            error?: string | null;
            /**
             * Format: date-time
             * @description When it ended (RFC 3339, UTC).
             */
            finished_at?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * Format: date-time
             * @description When it is taken up (again); null once it has ended (RFC 3339, UTC).
             */
            next_attempt_at?: string | null;
            /**
             * @description The platform's key.
             * @example meta
             */
            platform: string;
            /**
             * Format: int32
             * @description How many of its retries are used up.
             */
            retries: number;
            /** @description Where it is. */
            status: components["schemas"]["DeploymentStatus"];
            /**
             * Format: uuid
             * @description The same, by the name that `/deploy` uses.
             */
            task_id: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
            /**
             * @description The ticket's name.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            ticket_name: string;
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** @description A deployment with its whole story. */
        DeploymentDetail: components["schemas"]["Deployment"] & {
            /** @description Every exchange with the platform, oldest first. */
            attempts: components["schemas"]["Attempt"][];
            /** @description What happened to it, oldest first. */
            events: components["schemas"]["Event"][];
            parked?: null | components["schemas"]["ParkedAccount"];
            result?: null | components["schemas"]["DeploymentResult"];
            /** @description Its steps, in order. */
            steps: components["schemas"]["Step"][];
        };
        /** @description What came of a successful deployment. */
        DeploymentResult: {
            /** @description The platform's id of the object. */
            external_platform_id: string;
            /**
             * @description The platform.
             * @example Meta
             */
            platform: string;
            /**
             * @description Always `success`.
             * @example success
             */
            status: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        };
        /**
         * @description Where a deployment is.
         * @enum {string}
         */
        DeploymentStatus: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
        /** @description Which ticket to deploy. */
        DeployRequest: {
            /**
             * Format: uuid
             * @description A ticket that is `READY_FOR_API`.
             */
            ticket_id: string;
        };
        /** @description A field that the platform has otherwise than it was sent. */
        Difference: {
            /**
             * @description Its path in the request's body.
             * @example targeting/geo_locations/countries
             */
            field: string;
            /** @description What the platform has; null where it shows nothing. */
            found: unknown;
            /** @description What was sent. */
            meant: unknown;
        };
        /** @description An event in the shape of `CloudEvents` 1.0 JSON. */
        Event: {
            /**
             * @description Who caused it.
             * @example user:api
             */
            actor: string;
            /**
             * @description Before and after, and what else a reader needs. Lists and the feed leave large parts out, and then it has
             *     `"omitted": true`: the event itself has them.
             */
            data: unknown;
            /**
             * @description Always `application/json`.
             * @example application/json
             */
            datacontenttype: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int64
             * @description Its place in the log; resume the feed with `?after=`.
             */
            seq: number;
            /**
             * @description Always `/omnitraffick`.
             * @example /omnitraffick
             */
            source: string;
            /**
             * @description Always `1.0`.
             * @example 1.0
             */
            specversion: string;
            /**
             * @description The entity.
             * @example tickets/0195e9a0-0000-7000-8000-000000000000
             */
            subject: string;
            /**
             * Format: date-time
             * @description When (RFC 3339, UTC).
             */
            time: string;
            /**
             * @description What happened.
             * @example ticket.status_changed
             */
            type: string;
        };
        /** @description One finding of one QA rule. */
        Finding: {
            /**
             * @description Stable code of the rule's finding.
             * @example budget-daily-limit
             */
            code: string;
            /** @description What is wrong. */
            message: string;
            /**
             * @description JSON pointer to the field in the ticket.
             * @example /payload_config/daily_budget
             */
            pointer: string;
            /**
             * @description `error` blocks, `warning` does not.
             * @example error
             */
            severity: string;
            /** @description What would be right. */
            suggestion?: string | null;
        };
        /** @description A span of time and what ended in it. */
        HistorySpan: {
            /**
             * Format: int64
             * @description How many failed.
             */
            failed: number;
            /**
             * Format: date-time
             * @description Where it begins (RFC 3339, UTC).
             */
            from: string;
            /**
             * Format: int64
             * @description How long those that succeeded took from their acceptance, on average, in milliseconds; null where none did.
             */
            mean_duration_ms?: number | null;
            /**
             * Format: int64
             * @description How many deployments succeeded.
             */
            succeeded: number;
        };
        /** @description A job: bulk work that is done one item after another. */
        Job: {
            /**
             * Format: int32
             * @description How many were accepted.
             */
            accepted: number;
            /**
             * @description Who requested it.
             * @example user:ann
             */
            actor: string;
            /**
             * Format: date-time
             * @description When it was accepted (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * Format: int32
             * @description How many items have a result.
             */
            done: number;
            /**
             * Format: date-time
             * @description When it ended (RFC 3339, UTC).
             */
            finished_at?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /** @description What it does with each ticket. */
            kind: components["schemas"]["JobKind"];
            /**
             * Format: int32
             * @description How many were refused.
             */
            refused: number;
            /** @description Whether it has items left to do. */
            status: components["schemas"]["JobStatus"];
            /**
             * Format: int32
             * @description How many were never done, because the job was stopped.
             */
            stopped: number;
            /**
             * Format: int32
             * @description How many items it has.
             */
            total: number;
            /**
             * Format: date-time
             * @description When it last made progress (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** @description One ticket of a job. */
        JobItem: {
            /**
             * Format: int32
             * @description For a refused item: the status that a request for this ticket alone would have been answered with.
             */
            code?: number | null;
            /** @description A sentence. */
            message: string;
            /** @description The result, or that there is none yet. */
            state: components["schemas"]["JobItemState"];
            /**
             * Format: uuid
             * @description The deployment of an accepted item; ask `/api/v1/deploy/status/{task_id}` how it goes.
             */
            task_id?: string | null;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
            /**
             * @description The ticket's name; null where there is no such ticket.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            ticket_name?: string | null;
        };
        /**
         * @description The result of a job's item, or that it has none.
         * @enum {string}
         */
        JobItemState: "waiting" | "accepted" | "refused" | "stopped";
        /**
         * @description What a job does with each ticket: requests a deployment; runs QA again first, where the ticket failed.
         * @enum {string}
         */
        JobKind: "deploy" | "retry";
        /**
         * @description Whether a job has items left to do.
         * @enum {string}
         */
        JobStatus: "running" | "done" | "stopped";
        /** @description A market: where campaigns run. */
        Market: {
            /**
             * @description Unique, upper case: the market's part of a name.
             * @example US
             */
            code: string;
            /** @description The countries of a market of several, as alpha-2 codes. */
            countries: string[];
            /**
             * @description The country, or group of countries, as it was typed.
             * @example United States
             */
            country: string;
            /**
             * @description ISO 3166-1 alpha-2; null for a market of several countries.
             * @example US
             */
            country_code?: string | null;
            /**
             * Format: date-time
             * @description When it was recorded (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * @description The sales region.
             * @example NA
             */
            region: string;
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A market to be recorded. */
        MarketCreate: {
            /**
             * @description Unique; `[A-Za-z0-9_]{1,10}`, stored upper case.
             * @example US
             */
            code: string;
            /** @description For a group such as EMEA: its countries, by name or code. */
            countries?: string[];
            /**
             * @description A country's ISO 3166-1 name or code, or the name of a group of countries.
             * @example United States
             */
            country: string;
            /**
             * @description The sales region.
             * @example NA
             */
            region: string;
        };
        /** @description What to change of a market; what is left out stays. */
        MarketUpdate: {
            /** @description Names of existing campaigns keep the old code. */
            code?: string;
            /** @description For a group: its countries. */
            countries?: string[];
            /** @description A country's ISO 3166-1 name or code, or the name of a group of countries. */
            country?: string;
            /** @description The sales region. */
            region?: string;
        };
        /** @description The parts of a name. */
        NameParts: {
            /** @example DIS */
            brand: string;
            /** @example MoanaLaunch */
            campaign: string;
            /** @example META */
            channel: string;
            /** @example US */
            market: string;
            /**
             * Format: int32
             * @example 2026
             */
            year: number;
        };
        /** @description What a name would be. */
        NamePreview: {
            /** @description Characters of the typed name that were dropped. */
            dropped: string[];
            /**
             * @description The name.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            name: string;
            /** @description Its parts. */
            parts: components["schemas"]["NameParts"];
            /** @description Whether a campaign or ticket has the name already. */
            taken: boolean;
            /** @description Letters of the typed name that were replaced. */
            transliterated: components["schemas"]["Transliteration"][];
        };
        /** @description The parts of a name to be previewed: brand, market and channel by id, or by code. */
        NamePreviewRequest: {
            /**
             * @description Instead of `brand_id`.
             * @example DIS
             */
            brand_code?: string | null;
            /** Format: uuid */
            brand_id?: string | null;
            /** @example Moana Launch! */
            campaign_name: string;
            /**
             * @description Instead of `channel_id`: the platform's name.
             * @example Meta
             */
            channel?: string | null;
            /**
             * Format: uuid
             * @description Neither channel for a campaign that spans channels.
             */
            channel_id?: string | null;
            /**
             * @description Instead of `market_id`.
             * @example US
             */
            market_code?: string | null;
            /** Format: uuid */
            market_id?: string | null;
            /** @description A ticket's variant. */
            variant?: string | null;
            /**
             * Format: int32
             * @description The current one (UTC) where none is given.
             */
            year?: number | null;
        };
        /** @description What is wrong with a part of a name. */
        NameProblem: {
            /** @description What is wrong with it. */
            detail: string;
            /** @description What stands there. */
            found: string;
            /**
             * @description `name`, `brand`, `market`, `channel`, `year` or `campaign`.
             * @example brand
             */
            part: string;
            /** @description The nearest registered code, or what would be right. */
            suggestion?: string | null;
        };
        /** @description What a name says. */
        NameReading: {
            /**
             * Format: uuid
             * @description Whose campaign.
             */
            brand_id: string;
            /** @description The channels that its channel part stands for; empty for a campaign that spans channels. */
            channel_ids: string[];
            /** @description Whether it carries a code that has been changed since. */
            former: boolean;
            /**
             * Format: uuid
             * @description Where.
             */
            market_id: string;
            /** @description Its parts. */
            parts: components["schemas"]["NameParts"];
        };
        /** @description One name, or many. */
        NameValidation: {
            /**
             * @description One name; answered with one verdict.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            name?: string | null;
            /** @description Many names; answered with a list of verdicts, in the same order. */
            names?: string[] | null;
        };
        /** @description Whether a name is right, and what is wrong with it. */
        NameVerdict: {
            /** @description What it could say, where it can be read in several ways. */
            ambiguous: components["schemas"]["NameReading"][];
            /** @description The name. */
            name: string;
            /** @description Which parts are wrong. */
            problems: components["schemas"]["NameProblem"][];
            reading?: null | components["schemas"]["NameReading"];
            /** @description Whether it can be read, in exactly one way. */
            valid: boolean;
        };
        /** @description How it goes at this moment. */
        Overview: {
            /** @description How many deployments are in each status; those without any are 0. */
            by_status: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description How long the longest of those has been due, in seconds.
             */
            oldest_due_seconds: number;
            /**
             * Format: int64
             * @description How many accounts are parked.
             */
            parked_accounts: number;
            /** @description How many accounts and platforms are paused. */
            paused_accounts: number;
            /**
             * Format: int64
             * @description How many are due and in no worker's hands; those of parked and paused accounts do not count.
             */
            queue_depth: number;
            /** @description How many workers are alive. */
            workers_alive: number;
        };
        /** @description An account that is left alone for a while. */
        ParkedAccount: {
            /** @description The account; `*` for all of the platform. */
            account_id: string;
            /**
             * Format: int32
             * @description How often in a row it was parked without a success between.
             */
            in_a_row: number;
            /** @description The platform's words. */
            message: string;
            /**
             * Format: date-time
             * @description Since when it has been parked, without a success between (RFC 3339, UTC).
             */
            parked_since: string;
            /**
             * Format: date-time
             * @description Until when nothing is sent for it (RFC 3339, UTC).
             */
            parked_until: string;
            /**
             * @description The platform's key.
             * @example meta
             */
            platform: string;
            /** @description `throttled`, `unauthorized`, `outage`, or `paced` (most of its call limit is used up). */
            reason: string;
        };
        /** @description A pause by hand. */
        Pause: {
            /** @description Who paused it. */
            actor: string;
            /** @description Why; may be empty. */
            reason: string;
            /**
             * Format: date-time
             * @description Since when (RFC 3339, UTC).
             */
            since: string;
        };
        /** @description Why an account is paused. */
        PauseRequest: {
            /** @description For whoever wonders later. */
            reason?: string;
        };
        /** @description A platform that has a connector. */
        Platform: {
            /**
             * @description The version of its API that is called.
             * @example v26.0
             */
            api_version: string;
            /** @description The account of tickets that name none. */
            default_account?: string | null;
            /** @description Whether a token is configured. */
            has_credentials: boolean;
            /**
             * @description Its name.
             * @example Meta
             */
            name: string;
            /**
             * @description Its key.
             * @example meta
             */
            platform: string;
            /** @description Whether the sandbox stands in for it. */
            sandbox: boolean;
        };
        /** @description One request of a preview. */
        PreviewedRequest: {
            /** @description The JSON body. */
            body: unknown;
            /** @description Headers; secrets read `[redacted]`. */
            headers: Record<string, never>;
            /** @description What it makes: `campaign`, `ad_set`, `creative`, `ad` or `update`. */
            kind: string;
            /**
             * @description HTTP method.
             * @example POST
             */
            method: string;
            /** @description The object's name. */
            name: string;
            /**
             * @description The places that are filled in when it is sent. Only there does a text such as `{{campaign}}` stand for a value; anywhere
             *     else it is text, and is sent as it is.
             */
            references: components["schemas"]["Reference"][];
            /** @description The step's key, such as `campaign` or `ad_set_1`. */
            step: string;
            /** @description The whole URL. */
            url: string;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** @description What is wrong, as a sentence for a person. */
            detail: string;
            /** @description Every violation, where the request has several. */
            errors: components["schemas"]["ProblemItem"][];
            /** @description Names the request in the server's log. */
            request_id: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The kind in words. */
            title: string;
            /**
             * @description What kind of problem, as a stable URI.
             * @example urn:omnitraffick:problem:invalid
             */
            type: string;
        };
        /** @description One violation of a request. */
        ProblemItem: {
            /** @description What is wrong. */
            detail: string;
            /** @description The query parameter. */
            parameter?: string | null;
            /**
             * @description JSON pointer to the field in the body.
             * @example /budget
             */
            pointer?: string | null;
            /** @description What would be right. */
            suggestion?: string | null;
        };
        /**
         * @description How severe a rule is: it blocks, it warns, or it is not run.
         * @enum {string}
         */
        QaMode: "error" | "warning" | "off";
        /** @description The rules of the house; what is left out takes its default. */
        QaPolicy: {
            /** @description What family-friendly brands must not target, by the platform's key. */
            blocklists?: {
                [key: string]: components["schemas"]["Blocklist"];
            };
            /** @description Budgets above which a ticket is refused. */
            budget_limits?: components["schemas"]["BudgetLimits"];
            /** @description How severe each rule is, by its code. */
            rules?: {
                [key: string]: components["schemas"]["QaMode"];
            };
        };
        /** @description What reading an object back after its creation showed. */
        ReadBack: {
            /** @description What the platform has otherwise than it was sent. */
            differences: components["schemas"]["Difference"][];
            /** @description Whether what was found agrees with what was meant. */
            outcome: components["schemas"]["ReadBackOutcome"];
            /** @description Why it could not be read. */
            reason?: string | null;
        };
        /**
         * @description What reading an object back showed.
         * @enum {string}
         */
        ReadBackOutcome: "agrees" | "differs" | "unread";
        /** @description A place in a request whose value is known only when the request is sent. */
        Reference: {
            /**
             * @description The step whose object's id will be there. Null for the step's own idempotency key.
             * @example campaign
             */
            id_of?: string | null;
            /**
             * @description JSON pointer into the body. Null where the place is a segment of the URL's path.
             * @example /campaign_id
             */
            pointer?: string | null;
        };
        /**
         * @description What a ticket asks of its platform.
         * @enum {string}
         */
        RequestType: "CREATE_CAMPAIGN" | "CREATE_CAMPAIGN_TREE" | "PAUSE" | "RESUME" | "UPDATE_BUDGET";
        /** @description What came of trying many again. */
        RetryAnswer: {
            /** @description One answer a ticket, the longest failed first. Those that are `waiting` are done by the job. */
            answers: components["schemas"]["DeployAnswer"][];
            /**
             * Format: uuid
             * @description The job; left out where nothing matches.
             */
            job_id?: string | null;
            /**
             * Format: int64
             * @description How many more failures match: ask again for them.
             */
            remaining: number;
        };
        /** @description Which failures to try again; without any condition, all. */
        RetryRequest: {
            /** @description Only of this account. */
            account?: string | null;
            /**
             * Format: int64
             * @description At most so many; 1000 where it is not said.
             */
            limit?: number | null;
            /** @description Only on this platform, by key or name. */
            platform?: string | null;
            /** @description Only those whose reason contains this, in any case. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description Only those that failed at this moment or later (RFC 3339).
             */
            since?: string | null;
        };
        /** @description A step: one object on the platform. */
        Step: {
            /** @description The object's id, once done. */
            external_id?: string | null;
            /** @description Unique within the deployment: `campaign`, `ad_set_1`, … */
            key: string;
            /** @description `campaign`, `ad_set`, `creative`, `ad` or `update`. */
            kind: string;
            /** @description The object's unique name on the platform. */
            name: string;
            read_back?: null | components["schemas"]["ReadBack"];
            /** @description The platform's words, where it refused. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, while its outcome is not known (RFC 3339, UTC).
             */
            sent_at?: string | null;
            /** @description Where it is. */
            state: components["schemas"]["StepState"];
        };
        /**
         * @description Where a step is; `SENT` as long as its outcome is not known.
         * @enum {string}
         */
        StepState: "PLANNED" | "SENT" | "DONE" | "REFUSED";
        /** @description A ticket: one request to one platform. */
        Ticket: {
            active_deployment?: null | components["schemas"]["ActiveDeployment"];
            /**
             * Format: uuid
             * @description The campaign that it traffics.
             */
            campaign_id: string;
            /**
             * Format: uuid
             * @description Where it goes.
             */
            channel_id: string;
            /**
             * Format: date-time
             * @description When it was made (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * @description The currency of `planned_budget` (ISO 4217); null where nothing is planned.
             * @example USD
             */
            currency?: string | null;
            /** @description The platform's id of the object; never empty once trafficked. */
            external_platform_id?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * @description The generated name, with the real channel; unique. It goes to the platform.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            name: string;
            /**
             * @description The fields that this list leaves out because they have more than 8 KiB: `payload_config`, `qa_findings`. They are in the
             *     ticket itself.
             */
            omitted: string[];
            /** @description What the planner configured; its schema is at `/api/v1/platforms/{platform}/schemas`. Null where a list leaves it out. */
            payload_config: Record<string, never> | null;
            /** @description What it would spend over its flight, as far as its configuration tells; exact decimal in the campaign's currency. */
            planned_budget?: string | null;
            /** @description Why it stands still: the summary of QA's findings, or what the platform said. */
            qa_failure_reason?: string | null;
            /** @description What QA last found, warnings included: the first hundred, errors first, and one that counts the others. */
            qa_findings: components["schemas"]["Finding"][];
            /** @description What it asks of its platform. */
            request_type: components["schemas"]["RequestType"];
            /** @description Where it is. */
            status: components["schemas"]["TicketStatus"];
            /**
             * Format: date-time
             * @description When it last changed (RFC 3339, UTC).
             */
            updated_at: string;
            /** @description Tells tickets of one campaign on one channel apart; appended to the name. */
            variant?: string | null;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description How many tickets of a campaign have a status on a channel. */
        TicketCount: {
            /**
             * Format: uuid
             * @description The channel.
             */
            channel_id: string;
            /**
             * Format: int64
             * @description How many tickets.
             */
            count: number;
            /** @description The status. */
            status: components["schemas"]["TicketStatus"];
        };
        /** @description A ticket to be made. */
        TicketCreate: {
            /**
             * Format: uuid
             * @description The campaign that it traffics.
             */
            campaign_id: string;
            /**
             * Format: uuid
             * @description Where it goes.
             */
            channel_id: string;
            /** @description The configuration in the platform's terms; its schema is at `/api/v1/platforms/{platform}/schemas`. */
            payload_config?: Record<string, never>;
            /** @description What is asked of the platform. */
            request_type: components["schemas"]["RequestType"];
            /** @description Letters and digits, appended to the name: tells tickets of one campaign on one channel apart. */
            variant?: string | null;
        };
        /** @description The exact requests that a deployment would send. */
        TicketPreview: {
            /** @description The account that the requests go to. */
            account_id?: string | null;
            /** @description Why nothing can be sent, where nothing can. */
            faults: components["schemas"]["Violation"][];
            /** @description What QA would find in the ticket as it is now, by all its rules. Only running QA makes a ticket ready. */
            findings: components["schemas"]["Finding"][];
            /** @description Its name on the platform. */
            name: string;
            /**
             * @description The platform.
             * @example Meta
             */
            platform: string;
            /** @description The requests, in order. Ids of earlier steps show as `{{campaign}}`, and `references` lists where. */
            requests: components["schemas"]["PreviewedRequest"][];
            /** @description Whether the platform is the sandbox. */
            sandbox: boolean;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
            /** @description What is odd. */
            warnings: components["schemas"]["Violation"][];
        };
        /**
         * @description Where a ticket is.
         * @enum {string}
         */
        TicketStatus: "DRAFT" | "QA_TESTING" | "QA_FAILED" | "READY_FOR_API" | "TRAFFICKED_SUCCESS" | "FAILED";
        /** @description What to change of a ticket; what is left out stays. */
        TicketUpdate: {
            /** @description The id of an object that was trafficked outside the system. */
            external_platform_id?: string;
            /** @description The whole configuration, anew. */
            payload_config?: Record<string, never>;
            /** @description Why a reviewer refuses it. */
            qa_failure_reason?: string;
            /**
             * @description `QA_TESTING` runs QA and answers with where it ended. `TRAFFICKED_SUCCESS`, together with `external_platform_id`,
             *     records an object that was trafficked outside the system. `QA_FAILED`, with `qa_failure_reason`, refuses it by hand.
             */
            status?: components["schemas"]["TicketStatus"];
            /** @description Another variant; null for none. */
            variant?: string | null;
        };
        /** @description A letter and what it became. */
        Transliteration: {
            /** @example é */
            from: string;
            /** @example e */
            to: string;
        };
        /** @description A verdict, or a list of them. */
        Verdicts: components["schemas"]["NameVerdict"] | components["schemas"]["NameVerdict"][];
        /** @description What is wrong with a configuration. */
        Violation: {
            /** @description What is wrong. */
            message: string;
            /** @description JSON pointer to the field in the ticket. */
            pointer: string;
            /** @description What would be right. */
            suggestion?: string | null;
        };
        /** @description A worker process. */
        Worker: {
            /** @description Whether its last heartbeat is fresh. */
            alive: boolean;
            /**
             * @description Who tells it that something is due: `in-process`, `postgres` or `redis`.
             * @example redis
             */
            broker: string;
            /**
             * Format: int32
             * @description How many deployments it drives at once.
             */
            concurrency: number;
            /**
             * Format: int64
             * @description How many it has driven since it started.
             */
            driven: number;
            /**
             * Format: uuid
             * @description Identity of this run of the process.
             */
            id: string;
            /**
             * Format: int32
             * @description How many it has in hand.
             */
            in_hand: number;
            /**
             * Format: date-time
             * @description Its last heartbeat (RFC 3339, UTC).
             */
            last_heartbeat_at: string;
            /**
             * @description Host and process id.
             * @example ads-worker-2/4711
             */
            name: string;
            /**
             * Format: int32
             * @description How many wait in it.
             */
            queued: number;
            /**
             * Format: date-time
             * @description When it started (RFC 3339, UTC).
             */
            started_at: string;
            /** @description The version of OmniTraffick. */
            version: string;
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
    operate_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account, or `*` for all of the platform. */
                account_id: string;
                /** @description The platform's key or name. */
                platform: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account, or `*` for all of the platform. */
                account_id: string;
                /** @description The platform's key or name. */
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account, or `*` for all of the platform. */
                account_id: string;
                /** @description The platform's key or name. */
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_parked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedAccount"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brands_list: {
        parameters: {
            query?: {
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Only family-friendly ones, or only others. */
                family_friendly?: boolean;
                /** @description Only this code. */
                internal_code?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only this name. */
                name?: string;
                /** @description Only those whose code or name contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brands_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandCreate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brands_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brands_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrandUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    brands_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_list: {
        parameters: {
            query?: {
                /** @description Only this brand's. */
                brand_id?: string;
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only this market's. */
                market_id?: string;
                /** @description Only of exactly this generated name. */
                name?: string;
                /** @description Only those whose generated name contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
                /** @description Only in this status. */
                status?: components["schemas"]["CampaignStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignCreate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    campaigns_usage: {
        parameters: {
            query: {
                /** @description Ids of campaigns, 1 to 200, separated by commas. */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignUsage"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_list: {
        parameters: {
            query?: {
                /** @description Only this identifier. */
                api_identifier?: string;
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only this platform name. */
                platform_name?: string;
                /** @description Only those whose identifier or platform name contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelCreate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_deploy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeployRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeployAccepted"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeployBulkRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeployAnswer"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_status: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentDetail"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_list: {
        parameters: {
            query?: {
                /** @description Only to this account. */
                account?: string;
                /** @description Only of tickets of this brand's campaigns. */
                brand_id?: string;
                /** @description Only of this channel's tickets. */
                channel_id?: string;
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only of tickets of this market's campaigns. */
                market_id?: string;
                /** @description Only to this platform, by key or name. */
                platform?: string;
                /** @description Only of tickets whose name contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
                /** @description Only in these statuses, separated by commas. */
                status?: string;
                /** @description Only this ticket's. */
                ticket_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentDetail"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deploy_cancel: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_retry: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeployAccepted"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_history: {
        parameters: {
            query?: {
                /** @description How many minutes back; 60 where it is not said, a week at most. */
                minutes?: number;
                /** @description How many spans it is divided into; 60 where it is not said. */
                spans?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistorySpan"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_overview: {
        parameters: {
            query?: {
                /** @description Only to this account. */
                account?: string;
                /** @description Only of tickets of this brand's campaigns. */
                brand_id?: string;
                /** @description Only of this channel's tickets. */
                channel_id?: string;
                /** @description Only of tickets of this market's campaigns. */
                market_id?: string;
                /** @description Only to this platform, by key or name. */
                platform?: string;
                /** @description Only of tickets whose name contains this, in any case. */
                search?: string;
                /** @description Only in these statuses, separated by commas. */
                status?: string;
                /** @description Only this ticket's. */
                ticket_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_retry_many: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryAnswer"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events_list: {
        parameters: {
            query?: {
                /** @description Only by this actor. */
                actor?: string;
                /** @description Only those before this `seq`. */
                before?: number;
                /** @description Rows at most; 100 where it is not said. */
                limit?: number;
                /** @description Only those whose subject contains this, in any case. */
                search?: string;
                /** @description Only this entity's, such as `tickets/<id>`. */
                subject?: string;
                /** @description Only of this type, such as `ticket.status_changed`. */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its place in the log. */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: {
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Only of this kind (`deploy`, `retry`). */
                kind?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
                /** @description Only in these statuses (`running`, `done`, `stopped`), separated by commas. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_items: {
        parameters: {
            query?: {
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
                /** @description Only in these states (`waiting`, `accepted`, `refused`, `stopped`), separated by commas. */
                state?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobItem"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobs_stop: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markets_list: {
        parameters: {
            query?: {
                /** @description Only this code. */
                code?: string;
                /** @description Only this country, by alpha-2 code. */
                country_code?: string;
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only this region. */
                region?: string;
                /** @description Only those whose code or country contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markets_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketCreate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markets_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markets_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Market"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markets_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platforms_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Platform"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platforms_combinations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platforms_schemas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                platform: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    qa_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QaPolicy"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    qa_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QaPolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QaPolicy"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    taxonomy_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamePreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamePreview"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    taxonomy_validate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameValidation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdicts"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_list: {
        parameters: {
            query?: {
                /** @description Only of this brand's campaigns. */
                brand_id?: string;
                /** @description Only this campaign's. */
                campaign_id?: string;
                /** @description Only this channel's. */
                channel_id?: string;
                /** @description Begin behind this cursor, from the `Link` header of the page before. */
                cursor?: string;
                /** @description Only those that have an active deployment (`true`), or have none (`false`). */
                deploying?: boolean;
                /** @description Only the one with this id on its platform. */
                external_platform_id?: string;
                /** @description Rows at most, 1 to 1000; 100 where it is not said. */
                limit?: number;
                /** @description Only of this market's campaigns. */
                market_id?: string;
                /** @description Only of exactly this name. */
                name?: string;
                /** @description Only this request type. */
                request_type?: components["schemas"]["RequestType"];
                /** @description Only those whose name contains this, in any case. */
                search?: string;
                /** @description Begin after so many rows. They are read to be skipped, so go no deeper than some 10,000 this way: from there on the `Link` header leads on by `cursor`, which costs the same however deep a page lies. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. The newest first where it is not said. */
                sort?: string;
                /** @description Only in these statuses, separated by commas. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The pages around this one (RFC 8288): `next` where there is more, `first`, and `prev` where pages are taken by `skip`. */
                    Link?: string;
                    /** @description How many rows the filters let through in all. Exact; up to 10,000 as of now, beyond that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when somebody asks for the list, and is never older than a minute. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketCreate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_get: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketUpdate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read; another version is answered with 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tickets_preview: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPreview"];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operate_workers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worker"][];
                };
            };
            /** @description A name, code or identifier is taken, or the ticket is not ready */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done as things stand */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read (`If-Match`) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; `errors` lists every violation */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment */
            503: {
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
