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
         * Every account that has active deployments, is parked or is paused. `*` means a whole platform; while that is parked
         *     or paused, so are its accounts, and they say so.
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
         * Pause an account, or with `*` a whole platform: nothing is sent for it until it is resumed. A request that is being
         *     sent is finished. Pausing twice is harmless. An account that no setting, ticket or deployment names is 404.
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
        /**
         * Release a parked account at once, because the cause is gone: a renewed token, a lifted limit. Harmless if it is not
         *     parked.
         */
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
        /** Resume a paused account, or with `*` a platform. Harmless if it is not paused. */
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
        /** Parked accounts, with the reason and the end. */
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
        /** Create a brand. */
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
        /** Create a campaign; its name is generated. */
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
        /** The sums that the tickets of campaigns plan to spend, and their numbers by status. Unknown ids are left out. */
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
        /** Create a channel. */
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
         * Deploy many tickets: a job, whose id is in `Location` and in each answer. One answer per ticket, in the same order.
         *     The first tickets are done before the answer, a few hundred within a second or two; the others are `waiting`, and
         *     `/jobs/{id}/items` has the result of each.
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
        /** The progress of a deployment; `id` is the `task_id`. */
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
        /** One deployment with its whole history. */
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
        /** Cancel a deployment, before anything was sent. Its ticket stays `READY_FOR_API`. */
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
        /** Retry the ticket of a failed deployment. While a deployment of it is active, the answer is that one. */
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
        /**
         * The deployments that ended recently, in spans of time, oldest first: for charts of throughput, success rate and time
         *     to live.
         */
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
        /**
         * The number of deployments in each status that match the filter, the length of the queue, and the number of living
         *     workers.
         */
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
         * Retry every failed ticket whose last deployment matches: a job, as with `/deploy/bulk`. QA runs again on each, and
         *     it is deployed. Objects that exist on the platform are found, and not made again.
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
         * The changes: each with its author, time, and the values before and after; newest first.
         * @description Data of more than 16 KiB is shown without configurations, or not at all, and has `"omitted": true`; the event itself
         *     has it. For older ones, follow the `Link` header, or pass the last `seq` as `before`. `X-Total-Count` ignores
         *     `before`.
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
        /** One event, with all of its data. */
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
        /** A job's items with the result of each, in the order of their work. */
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
         * Stop a job: items without a result are not done. Deployments that it has requested continue; each can be cancelled.
         *     Stopping a stopped job changes nothing; a job that is done answers 409.
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
        /** Create a market. */
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
        /** The QA rules: the severity of each, the limits, and the blocklists per platform. */
        get: operations["qa_get"];
        /** Change the QA rules. A missing part gets its default. Tickets that had passed the old rules become drafts again. */
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
        /** The name of these parts, and the letters of the typed campaign name that were replaced or dropped. */
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
        /** Check names: the reading of each part, the wrong parts, and the nearest registered code. */
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
        /** Create a ticket, as a draft; its name is generated. */
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
        /** The exact requests of a deployment of the ticket, without secrets. */
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
        /** The workers, with version and load; `alive` is true if the last heartbeat is fresh. */
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
        /** @description An account that has active deployments, or is parked or paused. */
        Account: {
            /** @description The account; `*` means all of the platform. */
            account_id: string;
            /**
             * Format: int64
             * @description The number of its active deployments.
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
            /** @description Its state, which depends on its platform as well. */
            state: components["schemas"]["AccountState"];
        };
        /**
         * @description The state of an account: `paused` by a person, `parked` by the platform's answer.
         * @enum {string}
         */
        AccountState: "free" | "paused" | "parked";
        /** @description A ticket's active deployment. */
        ActiveDeployment: {
            /**
             * Format: int32
             * @description The number of times that a worker claimed it.
             */
            attempt: number;
            /** @description The reason of its wait. */
            error?: string | null;
            /**
             * Format: uuid
             * @description Its identity; its whole history is at `/api/v1/deployments/{id}`.
             */
            id: string;
            /**
             * Format: date-time
             * @description The time of the next attempt (RFC 3339, UTC).
             */
            next_attempt_at: string;
            /** @description Its status. */
            status: components["schemas"]["DeploymentStatus"];
            /**
             * Format: date-time
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** decimal amount */
        Amount: string | number;
        /** @description One exchange with the platform. */
        Attempt: {
            /**
             * Format: int64
             * @description The duration of the exchange.
             */
            elapsed_ms: number;
            /** @description HTTP method. */
            method: string;
            /**
             * @description `done`, `throttled`, `unavailable`, `unknown`, `refused`, `unauthorized`; of a search `found`, `nothing`,
             *     `several`; of a verification `agrees`, `differs`, `unread`.
             */
            outcome: string;
            /** @description The platform's own code, or the error of the connection. */
            platform_code?: string | null;
            /** @description The request's body. */
            request: unknown;
            /** @description The answer. */
            response: unknown;
            /**
             * Format: date-time
             * @description The time of the request (RFC 3339, UTC).
             */
            started_at: string;
            /**
             * Format: int32
             * @description HTTP status; null if no answer arrived.
             */
            status?: number | null;
            /** @description The step's key. */
            step: string;
            /** @description The URL, without secrets. */
            url: string;
        };
        /** @description A blocked term: by the platform's id, by a part of its name, or by both. */
        BlockedTerm: {
            /** @description The platform's id of it. */
            id?: string | null;
            /**
             * @description A part of its name, in upper or lower case.
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
        /** @description A brand: the owner of campaigns. */
        Brand: {
            /**
             * Format: date-time
             * @description The time of its creation (RFC 3339, UTC).
             */
            created_at: string;
            /** @description True if brand safety keeps it off sensitive interests and inventory. */
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
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A new brand. */
        BrandCreate: {
            /** @description True if brand safety must keep it off sensitive interests and inventory. */
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
        /** @description Changes of a brand; missing fields stay. */
        BrandUpdate: {
            /** @description True if brand safety must keep it off sensitive interests and inventory. */
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
             * @description The brand.
             */
            brand_id: string;
            /**
             * @description The most that all its tickets may spend: an exact decimal in `currency`.
             * @example 50000.00
             */
            budget: string;
            /**
             * @description The name that the planner typed.
             * @example Moana Launch!
             */
            campaign_name: string;
            /**
             * Format: date-time
             * @description The time of its creation (RFC 3339, UTC).
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
             * @description The market.
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
            /** @description Its status. */
            status: components["schemas"]["CampaignStatus"];
            /**
             * Format: date-time
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A new campaign. */
        CampaignCreate: {
            /**
             * Format: uuid
             * @description The brand.
             */
            brand_id: string;
            /** @description The most that all its tickets may spend: an exact decimal above 0, as text or number, in `currency`. */
            budget: components["schemas"]["Amount"];
            /**
             * @description The name for people; becomes the last part of the generated name.
             * @example Moana Launch!
             */
            campaign_name: string;
            /**
             * Format: uuid
             * @description For a campaign on one channel only: its name then contains that channel instead of `MULTI`.
             */
            channel_id?: string | null;
            /**
             * @description ISO 4217; USD by default.
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
             * @description The market.
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
             * @description The year in its name; by default the current one (UTC).
             */
            year?: number | null;
        };
        /**
         * @description The stage of a campaign's life.
         * @enum {string}
         */
        CampaignStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED";
        /** @description Changes of a campaign; missing fields stay. All other fields are immutable. */
        CampaignUpdate: {
            /** @description The most that all its tickets may spend; sends tickets that had passed QA back to it. */
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
            /** @description Its status. */
            status?: components["schemas"]["CampaignStatus"];
        };
        /** @description The usage of a campaign by its tickets. */
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
             * @description The sum of the planned budgets of its tickets that create objects, in every state: an exact decimal in
             *     `currency`; null if there is none. (QA itself leaves out refused tickets.)
             * @example 1230.00
             */
            planned?: string | null;
            /** @description The numbers of its tickets by channel and status; empty combinations are left out. */
            tickets: components["schemas"]["TicketCount"][];
        };
        /** @description A channel: the destination of tickets. */
        Channel: {
            /**
             * @description Unique; the channel's name in other systems.
             * @example meta_ads
             */
            api_identifier: string;
            /**
             * Format: date-time
             * @description The time of its creation (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /**
             * @description The channel's name for people.
             * @example Meta
             */
            platform_name: string;
            /** @description True if there is a connector for the platform, so that tickets can be deployed. */
            supported: boolean;
            /**
             * Format: date-time
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A new channel. */
        ChannelCreate: {
            /**
             * @description Unique; the channel's name in other systems.
             * @example meta_ads
             */
            api_identifier: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /**
             * @description The channel's name for people. A platform's own name (`Meta`, `TikTok`, `Google Ads`, in upper or lower case)
             *     also sets the platform.
             * @example Meta
             */
            platform_name: string;
        };
        /**
         * @description The platform of a channel.
         * @enum {string}
         */
        ChannelPlatform: "meta" | "tiktok" | "google_ads";
        /** @description Changes of a channel; missing fields stay. */
        ChannelUpdate: {
            /** @description Unique; the channel's name in other systems. */
            api_identifier?: string;
            platform?: null | components["schemas"]["ChannelPlatform"];
            /** @description While tickets refer to the channel, its part in names cannot change. */
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
             * @description The deployment's id; `/api/v1/deploy/status/{task_id}` shows its progress.
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
             * @description The deployment's id; `/api/v1/deploy/status/{task_id}` shows its progress.
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
             * @description The status that a request for this ticket alone would get.
             */
            code: number;
            /**
             * Format: uuid
             * @description The job that tried it.
             */
            job_id: string;
            /** @description The reason. */
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
             * @description `waiting`, or `stopped` if somebody stopped the job meanwhile.
             * @example waiting
             */
            status: string;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
        };
        /** @description The tickets to deploy. */
        DeployBulkRequest: {
            /** @description Tickets that are `READY_FOR_API`. */
            ticket_ids: string[];
        };
        /** @description A deployment. */
        Deployment: {
            /** @description The account. */
            account_id: string;
            /**
             * Format: int32
             * @description The number of times that a worker claimed it.
             */
            attempt: number;
            /**
             * Format: date-time
             * @description The time of its acceptance (RFC 3339, UTC).
             */
            created_at: string;
            /** @description The reason of its failure, or of its wait. */
            error?: string | null;
            /**
             * Format: date-time
             * @description The time of its end (RFC 3339, UTC).
             */
            finished_at?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /**
             * Format: date-time
             * @description The time of the next attempt; null once it has ended (RFC 3339, UTC).
             */
            next_attempt_at?: string | null;
            /**
             * @description The platform's key.
             * @example meta
             */
            platform: string;
            /**
             * Format: int32
             * @description The number of retries used up.
             */
            retries: number;
            /** @description Its status. */
            status: components["schemas"]["DeploymentStatus"];
            /**
             * Format: uuid
             * @description The same id, under the name that `/deploy` uses.
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
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** @description A deployment with its whole history. */
        DeploymentDetail: components["schemas"]["Deployment"] & {
            /** @description Every exchange with the platform, oldest first. */
            attempts: components["schemas"]["Attempt"][];
            /** @description Its events, oldest first. */
            events: components["schemas"]["Event"][];
            parked?: null | components["schemas"]["ParkedAccount"];
            result?: null | components["schemas"]["DeploymentResult"];
            /** @description Its steps, in order. */
            steps: components["schemas"]["Step"][];
        };
        /** @description The result of a successful deployment. */
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
         * @description The status of a deployment.
         * @enum {string}
         */
        DeploymentStatus: "PENDING" | "STARTED" | "RETRY" | "SUCCESS" | "FAILURE" | "REVOKED";
        /** @description The ticket to deploy. */
        DeployRequest: {
            /**
             * Format: uuid
             * @description A ticket that is `READY_FOR_API`.
             */
            ticket_id: string;
        };
        /** @description A field whose value on the platform differs from the request. */
        Difference: {
            /**
             * @description Its path in the request's body.
             * @example targeting/geo_locations/countries
             */
            field: string;
            /** @description The value on the platform; null if it shows none. */
            found: unknown;
            /** @description The value that was sent. */
            meant: unknown;
        };
        /** @description An event in the form of `CloudEvents` 1.0 JSON. */
        Event: {
            /**
             * @description The person or process that caused it.
             * @example user:api
             */
            actor: string;
            /**
             * @description Before and after, and further data for readers. Lists and the feed omit large parts, and then `"omitted": true`
             *     is set: the event itself has them.
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
             * @description Its position in the log; resume the feed with `?after=`.
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
             * @description The time of the event (RFC 3339, UTC).
             */
            time: string;
            /**
             * @description The type of event.
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
            /** @description The problem, as a sentence. */
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
            /** @description The accepted values, or a fix. */
            suggestion?: string | null;
        };
        /** @description A span of time and the deployments that ended in it. */
        HistorySpan: {
            /**
             * Format: int64
             * @description The number of deployments that failed.
             */
            failed: number;
            /**
             * Format: date-time
             * @description The start of the span (RFC 3339, UTC).
             */
            from: string;
            /**
             * Format: int64
             * @description The average time from acceptance to success, in milliseconds; null if none succeeded.
             */
            mean_duration_ms?: number | null;
            /**
             * Format: int64
             * @description The number of deployments that succeeded.
             */
            succeeded: number;
        };
        /** @description A job: bulk work that runs item by item. */
        Job: {
            /**
             * Format: int32
             * @description The number of accepted items.
             */
            accepted: number;
            /**
             * @description The person who requested it.
             * @example user:ann
             */
            actor: string;
            /**
             * Format: date-time
             * @description The time of its acceptance (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * Format: int32
             * @description The number of items that have a result.
             */
            done: number;
            /**
             * Format: date-time
             * @description The time of its end (RFC 3339, UTC).
             */
            finished_at?: string | null;
            /**
             * Format: uuid
             * @description Identity (`UUIDv7`).
             */
            id: string;
            /** @description The action on each ticket. */
            kind: components["schemas"]["JobKind"];
            /**
             * Format: int32
             * @description The number of refused items.
             */
            refused: number;
            /** @description Its status. */
            status: components["schemas"]["JobStatus"];
            /**
             * Format: int32
             * @description The number of items that were never done, because the job was stopped.
             */
            stopped: number;
            /**
             * Format: int32
             * @description The number of items.
             */
            total: number;
            /**
             * Format: date-time
             * @description The time of its last progress (RFC 3339, UTC).
             */
            updated_at: string;
        };
        /** @description One ticket of a job. */
        JobItem: {
            /**
             * Format: int32
             * @description For a refused item: the status that a request for this ticket alone would get.
             */
            code?: number | null;
            /** @description A sentence. */
            message: string;
            /** @description Its result, or `waiting`. */
            state: components["schemas"]["JobItemState"];
            /**
             * Format: uuid
             * @description The deployment of an accepted item; `/api/v1/deploy/status/{task_id}` shows its progress.
             */
            task_id?: string | null;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
            /**
             * @description The ticket's name; null if there is no such ticket.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            ticket_name?: string | null;
        };
        /**
         * @description The result of a job's item, or `waiting`.
         * @enum {string}
         */
        JobItemState: "waiting" | "accepted" | "refused" | "stopped";
        /**
         * @description The work of a job on each ticket: requests a deployment; runs QA again first, where the ticket failed.
         * @enum {string}
         */
        JobKind: "deploy" | "retry";
        /**
         * @description The state of a job: it has items left to do, or not.
         * @enum {string}
         */
        JobStatus: "running" | "done" | "stopped";
        /** @description A market: a country or a group of countries. */
        Market: {
            /**
             * @description Unique, upper case: the market's part of a name.
             * @example US
             */
            code: string;
            /** @description The countries of a market with several, as alpha-2 codes. */
            countries: string[];
            /**
             * @description The country, or group of countries, in the typed form.
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
             * @description The time of its creation (RFC 3339, UTC).
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
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description A new market. */
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
        /** @description Changes of a market; missing fields stay. */
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
        /** @description A future name. */
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
            /** @description True if a campaign or ticket has the name already. */
            taken: boolean;
            /** @description Letters of the typed name that were replaced. */
            transliterated: components["schemas"]["Transliteration"][];
        };
        /** @description The parts of a name to preview: brand, market and channel by id, or by code. */
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
             * @description Without a channel, the name is that of a campaign that spans channels.
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
             * @description The current one (UTC) by default.
             */
            year?: number | null;
        };
        /** @description An error in a part of a name. */
        NameProblem: {
            /** @description The error. */
            detail: string;
            /** @description The text in that part. */
            found: string;
            /**
             * @description `name`, `brand`, `market`, `channel`, `year` or `campaign`.
             * @example brand
             */
            part: string;
            /** @description The nearest registered code, or the accepted values. */
            suggestion?: string | null;
        };
        /** @description The reading of a name. */
        NameReading: {
            /**
             * Format: uuid
             * @description The brand.
             */
            brand_id: string;
            /** @description The channels of its channel part; empty for a campaign that spans channels. */
            channel_ids: string[];
            /** @description True if it contains a code that has been changed since. */
            former: boolean;
            /**
             * Format: uuid
             * @description The market.
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
        /** @description The verdict on a name: valid, or the parts that are wrong. */
        NameVerdict: {
            /** @description Its possible readings, if there are several. */
            ambiguous: components["schemas"]["NameReading"][];
            /** @description The name. */
            name: string;
            /** @description The parts that are wrong. */
            problems: components["schemas"]["NameProblem"][];
            reading?: null | components["schemas"]["NameReading"];
            /** @description True if it can be read in exactly one way. */
            valid: boolean;
        };
        /** @description The counts of this moment. */
        Overview: {
            /** @description The number of deployments in each status; 0 if there are none. */
            by_status: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description The longest time that one of those has been due, in seconds.
             */
            oldest_due_seconds: number;
            /**
             * Format: int64
             * @description The number of parked accounts.
             */
            parked_accounts: number;
            /** @description The number of paused accounts and platforms. */
            paused_accounts: number;
            /**
             * Format: int64
             * @description The number of deployments that are due and not claimed; those of parked and paused accounts do not count.
             */
            queue_depth: number;
            /** @description The number of living workers. */
            workers_alive: number;
        };
        /** @description An account for which nothing is sent for a while. */
        ParkedAccount: {
            /** @description The account; `*` means all of the platform. */
            account_id: string;
            /**
             * Format: int32
             * @description The number of times that it was parked in a row, without a success.
             */
            in_a_row: number;
            /** @description The platform's message. */
            message: string;
            /**
             * Format: date-time
             * @description The time since which it has been parked, without a success (RFC 3339, UTC).
             */
            parked_since: string;
            /**
             * Format: date-time
             * @description The time at which requests continue (RFC 3339, UTC).
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
            /** @description The person who paused it. */
            actor: string;
            /** @description The reason; may be empty. */
            reason: string;
            /**
             * Format: date-time
             * @description The time of the pause (RFC 3339, UTC).
             */
            since: string;
        };
        /** @description The reason for a pause. */
        PauseRequest: {
            /** @description The reason, for other people. */
            reason?: string;
        };
        /** @description A platform that has a connector. */
        Platform: {
            /**
             * @description The version of its API.
             * @example v26.0
             */
            api_version: string;
            /** @description The default account of tickets. */
            default_account?: string | null;
            /** @description True if a token is configured. */
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
            /** @description True if the sandbox is used instead of it. */
            sandbox: boolean;
        };
        /** @description One request of a preview. */
        PreviewedRequest: {
            /** @description The JSON body. */
            body: unknown;
            /** @description Headers; secrets are shown as `[redacted]`. */
            headers: Record<string, never>;
            /** @description The kind of object: `campaign`, `ad_set`, `creative`, `ad` or `update`. */
            kind: string;
            /**
             * @description HTTP method.
             * @example POST
             */
            method: string;
            /** @description The object's name. */
            name: string;
            /**
             * @description The places that are filled in when it is sent. Only there is a text such as `{{campaign}}` a placeholder;
             *     anywhere else it is sent unchanged.
             */
            references: components["schemas"]["Reference"][];
            /** @description The step's key, such as `campaign` or `ad_set_1`. */
            step: string;
            /** @description The whole URL. */
            url: string;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** @description The problem, as a sentence for a person. */
            detail: string;
            /** @description All violations, if the request has several. */
            errors: components["schemas"]["ProblemItem"][];
            /** @description The request's id in the server's log. */
            request_id: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The type in words. */
            title: string;
            /**
             * @description The type of problem, as a stable URI.
             * @example urn:omnitraffick:problem:invalid
             */
            type: string;
        };
        /** @description One violation of a request. */
        ProblemItem: {
            /** @description The problem, as a sentence. */
            detail: string;
            /** @description The query parameter. */
            parameter?: string | null;
            /**
             * @description JSON pointer to the field in the body.
             * @example /budget
             */
            pointer?: string | null;
            /** @description The accepted values, or a fix. */
            suggestion?: string | null;
        };
        /**
         * @description The severity of a rule: it blocks, it warns, or it is off.
         * @enum {string}
         */
        QaMode: "error" | "warning" | "off";
        /** @description The rules of the house; a missing part has its default. */
        QaPolicy: {
            /** @description The terms that family-friendly brands must not target, by the platform's key. */
            blocklists?: {
                [key: string]: components["schemas"]["Blocklist"];
            };
            /** @description Budgets above which a ticket is refused. */
            budget_limits?: components["schemas"]["BudgetLimits"];
            /** @description The severity of each rule, by its code. */
            rules?: {
                [key: string]: components["schemas"]["QaMode"];
            };
        };
        /** @description The result of the verification: the object was read after its creation. */
        ReadBack: {
            /** @description The fields whose values on the platform differ from the request. */
            differences: components["schemas"]["Difference"][];
            /** @description The verdict of the comparison. */
            outcome: components["schemas"]["ReadBackOutcome"];
            /** @description The reason why it could not be read. */
            reason?: string | null;
        };
        /**
         * @description The result of a verification.
         * @enum {string}
         */
        ReadBackOutcome: "agrees" | "differs" | "unread";
        /** @description A place in a request whose value is known only when the request is sent. */
        Reference: {
            /**
             * @description The step whose object's id is filled in. Null for the step's own idempotency key.
             * @example campaign
             */
            id_of?: string | null;
            /**
             * @description JSON pointer into the body. Null if the place is a segment of the URL's path.
             * @example /campaign_id
             */
            pointer?: string | null;
        };
        /**
         * @description The request of a ticket to its platform.
         * @enum {string}
         */
        RequestType: "CREATE_CAMPAIGN" | "CREATE_CAMPAIGN_TREE" | "PAUSE" | "RESUME" | "UPDATE_BUDGET";
        /** @description The result of a retry of many. */
        RetryAnswer: {
            /** @description One answer per ticket, the oldest failure first. The job continues with those that are `waiting`. */
            answers: components["schemas"]["DeployAnswer"][];
            /**
             * Format: uuid
             * @description The job; missing if nothing matches.
             */
            job_id?: string | null;
            /**
             * Format: int64
             * @description The number of further matching failures: request a retry again for them.
             */
            remaining: number;
        };
        /** @description The failures to retry; without any condition, all. */
        RetryRequest: {
            /** @description Only those of this account. */
            account?: string | null;
            /**
             * Format: int64
             * @description The most failures to retry; 1000 by default.
             */
            limit?: number | null;
            /** @description Only on this platform, by key or name. */
            platform?: string | null;
            /** @description Only those whose reason contains this, in upper or lower case. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description Only those that failed at this time or later (RFC 3339).
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
            /** @description The platform's message, if it refused. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description The time at which it was last sent, while its outcome is unknown (RFC 3339, UTC).
             */
            sent_at?: string | null;
            /** @description Its state. */
            state: components["schemas"]["StepState"];
        };
        /**
         * @description The state of a step; `SENT` while its outcome is unknown.
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
             * @description The channel.
             */
            channel_id: string;
            /**
             * Format: date-time
             * @description The time of its creation (RFC 3339, UTC).
             */
            created_at: string;
            /**
             * @description The currency of `planned_budget` (ISO 4217); null if nothing is planned.
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
             * @description The generated name, with the real channel; unique. It is also the name on the platform.
             * @example DIS_US_META_2026_MoanaLaunch
             */
            name: string;
            /**
             * @description The fields that this list omits because they have more than 8 KiB: `payload_config`, `qa_findings`. The ticket
             *     itself has them.
             */
            omitted: string[];
            /** @description The planner's configuration; its schema is at `/api/v1/platforms/{platform}/schemas`. Null if a list omits it. */
            payload_config: Record<string, never> | null;
            /**
             * @description The budget of its whole flight, as far as its configuration contains it; an exact decimal in the campaign's
             *     currency.
             */
            planned_budget?: string | null;
            /** @description The reason why it cannot continue: the summary of QA's findings, or the platform's message. */
            qa_failure_reason?: string | null;
            /** @description QA's last findings, including warnings: the first hundred, errors first, and one that counts the others. */
            qa_findings: components["schemas"]["Finding"][];
            /** @description The type of its request to the platform. */
            request_type: components["schemas"]["RequestType"];
            /** @description Its status. */
            status: components["schemas"]["TicketStatus"];
            /**
             * Format: date-time
             * @description The time of its last change (RFC 3339, UTC).
             */
            updated_at: string;
            /** @description Distinguishes tickets of one campaign on one channel; appended to the name. */
            variant?: string | null;
            /**
             * Format: int64
             * @description Grows by one with each change; also the `ETag`.
             */
            version: number;
        };
        /** @description The number of a campaign's tickets with a status on a channel. */
        TicketCount: {
            /**
             * Format: uuid
             * @description The channel.
             */
            channel_id: string;
            /**
             * Format: int64
             * @description The number of tickets.
             */
            count: number;
            /** @description The status. */
            status: components["schemas"]["TicketStatus"];
        };
        /** @description A new ticket. */
        TicketCreate: {
            /**
             * Format: uuid
             * @description The campaign that it traffics.
             */
            campaign_id: string;
            /**
             * Format: uuid
             * @description The channel.
             */
            channel_id: string;
            /** @description The configuration in the platform's terms; its schema is at `/api/v1/platforms/{platform}/schemas`. */
            payload_config?: Record<string, never>;
            /** @description The type of the request to the platform. */
            request_type: components["schemas"]["RequestType"];
            /** @description Letters and digits, appended to the name: distinguishes tickets of one campaign on one channel. */
            variant?: string | null;
        };
        /** @description The exact requests of a deployment. */
        TicketPreview: {
            /** @description The account of the requests. */
            account_id?: string | null;
            /** @description The errors that prevent a deployment. */
            faults: components["schemas"]["Violation"][];
            /** @description QA's findings in the ticket's current state, by all rules. Only running QA makes a ticket ready. */
            findings: components["schemas"]["Finding"][];
            /** @description Its name on the platform. */
            name: string;
            /**
             * @description The platform.
             * @example Meta
             */
            platform: string;
            /** @description The requests, in order. Ids of earlier steps appear as `{{campaign}}`, and `references` lists their places. */
            requests: components["schemas"]["PreviewedRequest"][];
            /** @description True if the sandbox is used instead of the platform. */
            sandbox: boolean;
            /**
             * Format: uuid
             * @description The ticket.
             */
            ticket_id: string;
            /** @description The warnings. */
            warnings: components["schemas"]["Violation"][];
        };
        /**
         * @description The state of a ticket.
         * @enum {string}
         */
        TicketStatus: "DRAFT" | "QA_TESTING" | "QA_FAILED" | "READY_FOR_API" | "TRAFFICKED_SUCCESS" | "FAILED";
        /** @description Changes of a ticket; missing fields stay. */
        TicketUpdate: {
            /** @description The id of an object that was trafficked outside the system. */
            external_platform_id?: string;
            /** @description The whole new configuration. */
            payload_config?: Record<string, never>;
            /** @description A reviewer's reason for a refusal. */
            qa_failure_reason?: string;
            /**
             * @description `QA_TESTING` runs QA, and the answer has the result. `TRAFFICKED_SUCCESS`, together with `external_platform_id`,
             *     records an object that was trafficked outside the system. `QA_FAILED`, with `qa_failure_reason`, refuses it by
             *     hand.
             */
            status?: components["schemas"]["TicketStatus"];
            /** @description Another variant; null for none. */
            variant?: string | null;
        };
        /** @description A letter and its replacement. */
        Transliteration: {
            /** @example é */
            from: string;
            /** @example e */
            to: string;
        };
        /** @description A verdict, or a list of them. */
        Verdicts: components["schemas"]["NameVerdict"] | components["schemas"]["NameVerdict"][];
        /** @description An error in a configuration. */
        Violation: {
            /** @description The problem, as a sentence. */
            message: string;
            /** @description JSON pointer to the field in the ticket. */
            pointer: string;
            /** @description The accepted values, or a fix. */
            suggestion?: string | null;
        };
        /** @description A worker process. */
        Worker: {
            /** @description True if its last heartbeat is fresh. */
            alive: boolean;
            /**
             * @description The broker of its hints: `in-process`, `postgres` or `redis`.
             * @example redis
             */
            broker: string;
            /**
             * Format: int32
             * @description The number of deployments that it drives at once.
             */
            concurrency: number;
            /**
             * Format: int64
             * @description The number of deployments that it has driven since its start.
             */
            driven: number;
            /**
             * Format: uuid
             * @description Identity of this run of the process.
             */
            id: string;
            /**
             * Format: int32
             * @description The number of deployments in flight.
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
             * @description The number of deployments that wait in it.
             */
            queued: number;
            /**
             * Format: date-time
             * @description The time of its start (RFC 3339, UTC).
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description Only family-friendly ones, or only others. */
                family_friendly?: boolean;
                /** @description Only this code. */
                internal_code?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only this name. */
                name?: string;
                /** @description Only those whose code or name contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only this market's. */
                market_id?: string;
                /** @description Only the one with exactly this generated name. */
                name?: string;
                /** @description Only those whose generated name contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only this platform name. */
                platform_name?: string;
                /** @description Only those whose identifier or platform name contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Only those of tickets of this brand's campaigns. */
                brand_id?: string;
                /** @description Only those of this channel's tickets. */
                channel_id?: string;
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only those of tickets of this market's campaigns. */
                market_id?: string;
                /** @description Only to this platform, by key or name. */
                platform?: string;
                /** @description Only those of tickets whose name contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
                sort?: string;
                /** @description Only in these statuses, separated by commas. */
                status?: string;
                /** @description Only those of this ticket. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The number of minutes back; 60 by default, a week at most. */
                minutes?: number;
                /** @description The number of spans; 60 by default. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Only those of tickets of this brand's campaigns. */
                brand_id?: string;
                /** @description Only those of this channel's tickets. */
                channel_id?: string;
                /** @description Only those of tickets of this market's campaigns. */
                market_id?: string;
                /** @description Only to this platform, by key or name. */
                platform?: string;
                /** @description Only those of tickets whose name contains this, in upper or lower case. */
                search?: string;
                /** @description Only in these statuses, separated by commas. */
                status?: string;
                /** @description Only those of this ticket. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Only those whose subject contains this, in upper or lower case. */
                search?: string;
                /** @description Only those of this entity, such as `tickets/<id>`. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Its position in the log. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description Only of this kind (`deploy`, `retry`). */
                kind?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only this region. */
                region?: string;
                /** @description Only those whose code or country contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description Only those of this brand's campaigns. */
                brand_id?: string;
                /** @description Only those of this campaign. */
                campaign_id?: string;
                /** @description Only those of this channel. */
                channel_id?: string;
                /** @description Begin after this cursor, from the `Link` header of the previous page. */
                cursor?: string;
                /** @description Only those that have an active deployment (`true`), or have none (`false`). */
                deploying?: boolean;
                /** @description Only the one with this id on its platform. */
                external_platform_id?: string;
                /** @description The most rows of a page, 1 to 1000; 100 by default. */
                limit?: number;
                /** @description Only those of this market's campaigns. */
                market_id?: string;
                /** @description Only the one with exactly this name. */
                name?: string;
                /** @description Only this request type. */
                request_type?: components["schemas"]["RequestType"];
                /** @description Only those whose name contains this, in upper or lower case. */
                search?: string;
                /** @description Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the `Link` header continues by `cursor`, which costs the same for every page. */
                skip?: number;
                /** @description Sort by this field; with a `-` in front, largest first. By default the newest first. */
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
                    /** @description The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by `skip`. */
                    Link?: string;
                    /** @description The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is never older than a minute. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
                /** @description The `ETag` of the version that was read; 412 if the version has changed. */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
            /** @description It does not exist */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not possible in the current state */
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
