//! The closed lists of values (docs/platforms.md 1.3 to 1.5).

/// The only objectives for new campaigns.
pub(super) const OBJECTIVES: &[&str] = &[
    "OUTCOME_AWARENESS",
    "OUTCOME_TRAFFIC",
    "OUTCOME_ENGAGEMENT",
    "OUTCOME_LEADS",
    "OUTCOME_APP_PROMOTION",
    "OUTCOME_SALES",
];

/// Objectives that are still in the specification, but refused for new campaigns since v17.
pub(super) const LEGACY_OBJECTIVES: &[&str] = &[
    "APP_INSTALLS",
    "BRAND_AWARENESS",
    "CONVERSIONS",
    "EVENT_RESPONSES",
    "LEAD_GENERATION",
    "LINK_CLICKS",
    "LOCAL_AWARENESS",
    "MESSAGES",
    "OFFER_CLAIMS",
    "PAGE_LIKES",
    "POST_ENGAGEMENT",
    "PRODUCT_CATALOG_SALES",
    "REACH",
    "STORE_VISITS",
    "VIDEO_VIEWS",
];

pub(super) const STATUSES: &[&str] = &["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"];
pub(super) const CREATE_STATUSES: &[&str] = &["ACTIVE", "PAUSED"];
pub(super) const EFFECTIVE_STATUSES: &[&str] = &[
    "ACTIVE",
    "PAUSED",
    "DELETED",
    "ARCHIVED",
    "IN_PROCESS",
    "WITH_ISSUES",
    "CAMPAIGN_PAUSED",
    "ADSET_PAUSED",
    "PENDING_REVIEW",
    "DISAPPROVED",
    "PREAPPROVED",
    "PENDING_BILLING_INFO",
];

pub(super) const BUYING_TYPES: &[&str] = &["AUCTION", "RESERVED"];

pub(super) const SPECIAL_AD_CATEGORIES: &[&str] = &[
    "NONE",
    "EMPLOYMENT",
    "HOUSING",
    "CREDIT",
    "FINANCIAL_PRODUCTS_SERVICES",
    "ISSUES_ELECTIONS_POLITICS",
    "ONLINE_GAMBLING_AND_GAMING",
];

/// The categories whose targeting is limited (1.13).
pub(super) const LIMITED_CATEGORIES: &[&str] = &["EMPLOYMENT", "HOUSING", "CREDIT", "FINANCIAL_PRODUCTS_SERVICES"];

pub(super) const BID_STRATEGIES: &[&str] =
    &["LOWEST_COST_WITHOUT_CAP", "LOWEST_COST_WITH_BID_CAP", "COST_CAP", "LOWEST_COST_WITH_MIN_ROAS"];

pub(super) const EXECUTION_OPTIONS: &[&str] = &["validate_only", "include_recommendations", "synchronous_ad_review"];

pub(super) const BILLING_EVENTS: &[&str] = &[
    "IMPRESSIONS",
    "LINK_CLICKS",
    "THRUPLAY",
    "PAGE_LIKES",
    "POST_ENGAGEMENT",
    "PURCHASE",
    "LISTING_INTERACTION",
    "APP_INSTALLS",
    "OFFER_CLAIMS",
    "CLICKS",
    "NONE",
];

pub(super) const OPTIMIZATION_GOALS: &[&str] = &[
    "NONE",
    "AD_RECALL_LIFT",
    "ADVERTISER_SILOED_VALUE",
    "APP_INSTALLS",
    "APP_INSTALLS_AND_OFFSITE_CONVERSIONS",
    "AUTOMATIC_OBJECTIVE",
    "CONVERSATIONS",
    "DERIVED_EVENTS",
    "ENGAGED_PAGE_VIEWS",
    "ENGAGED_USERS",
    "EVENT_RESPONSES",
    "IMPRESSIONS",
    "IN_APP_VALUE",
    "LANDING_PAGE_VIEWS",
    "LEAD_GENERATION",
    "LINK_CLICKS",
    "MEANINGFUL_CALL_ATTEMPT",
    "MESSAGING_APPOINTMENT_CONVERSION",
    "MESSAGING_PURCHASE_CONVERSION",
    "MESSAGING_DEEP_CONVERSATION_AND_FOLLOW",
    "OFFSITE_CONVERSIONS",
    "PAGE_LIKES",
    "POST_ENGAGEMENT",
    "PROFILE_AND_PAGE_ENGAGEMENT",
    "PROFILE_VISIT",
    "QUALITY_CALL",
    "QUALITY_LEAD",
    "REACH",
    "REMINDERS_SET",
    "SUBSCRIBERS",
    "THRUPLAY",
    "VALUE",
    "VISIT_INSTAGRAM_PROFILE",
];

pub(super) const DESTINATION_TYPES: &[&str] = &[
    "APP",
    "APPLINKS_AUTOMATIC",
    "FACEBOOK",
    "FACEBOOK_LIVE",
    "FACEBOOK_PAGE",
    "IMAGINE",
    "INSTAGRAM_DIRECT",
    "INSTAGRAM_LIVE",
    "INSTAGRAM_PROFILE",
    "INSTAGRAM_PROFILE_AND_FACEBOOK_PAGE",
    "MESSAGING_INSTAGRAM_DIRECT_MESSENGER",
    "MESSAGING_INSTAGRAM_DIRECT_MESSENGER_WHATSAPP",
    "MESSAGING_INSTAGRAM_DIRECT_WHATSAPP",
    "MESSAGING_MESSENGER_WHATSAPP",
    "MESSENGER",
    "ON_AD",
    "ON_EVENT",
    "ON_PAGE",
    "ON_POST",
    "ON_VIDEO",
    "SHOP_AUTOMATIC",
    "WEBSITE",
    "WHATSAPP",
];

pub(super) const CUSTOM_EVENT_TYPES: &[&str] = &[
    "ACHIEVEMENT_UNLOCKED",
    "ADD_PAYMENT_INFO",
    "ADD_TO_CART",
    "ADD_TO_WISHLIST",
    "AD_IMPRESSION",
    "COMPLETE_REGISTRATION",
    "CONTACT",
    "CONTENT_VIEW",
    "CUSTOMIZE_PRODUCT",
    "D2_RETENTION",
    "D7_RETENTION",
    "DONATE",
    "FIND_LOCATION",
    "INITIATED_CHECKOUT",
    "LEAD",
    "LEVEL_ACHIEVED",
    "LISTING_INTERACTION",
    "MESSAGING_CONVERSATION_STARTED_7D",
    "OTHER",
    "PURCHASE",
    "RATE",
    "SCHEDULE",
    "SEARCH",
    "SERVICE_BOOKING_REQUEST",
    "SPENT_CREDITS",
    "START_TRIAL",
    "SUBMIT_APPLICATION",
    "SUBSCRIBE",
    "TUTORIAL_COMPLETION",
];

pub(super) const PUBLISHER_PLATFORMS: &[&str] =
    &["facebook", "instagram", "audience_network", "messenger", "threads", "whatsapp"];

pub(super) const DEVICE_PLATFORMS: &[&str] = &["mobile", "desktop"];

pub(super) const GEO_KEYS: &[&str] = &[
    "countries",
    "regions",
    "cities",
    "zips",
    "geo_markets",
    "custom_locations",
    "places",
    "country_groups",
    "electoral_districts",
    "neighborhoods",
    "metro_areas",
    "subcities",
    "large_geo_areas",
    "medium_geo_areas",
    "small_geo_areas",
];

pub(super) const AUTHORIZATION_CATEGORIES: &[&str] = &["NONE", "POLITICAL", "POLITICAL_WITH_DIGITALLY_CREATED_MEDIA"];

pub(super) const APPLINK_TREATMENTS: &[&str] =
    &["automatic", "deeplink_with_appstore_fallback", "deeplink_with_web_fallback", "web_only"];

/// Countries whose ad sets need the DSA fields (1.7: the EU "or associated territories", which are not listed; this
/// list includes the outermost regions that have a code of their own).
pub(super) const EU: &[&str] = &[
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "GF", "GP", "MQ", "RE", "YT", "MF", "AX",
];

/// Groups of countries that contain EU countries.
pub(super) const EU_GROUPS: &[&str] = &["worldwide", "eea", "europe", "eu"];
