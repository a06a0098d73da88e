//! The closed lists of values (docs/platforms.md 2.3 to 2.7). Deprecated and read-only values are left out: they cannot
//! be used to create anything.

pub(super) const OBJECTIVES: &[&str] = &[
    "APP_PROMOTION",
    "WEB_CONVERSIONS",
    "REACH",
    "TRAFFIC",
    "VIDEO_VIEWS",
    "PRODUCT_SALES",
    "ENGAGEMENT",
    "LEAD_GENERATION",
    "RF_REACH",
    "BRAND_CONSIDERATION",
];

pub(super) const SMART_PLUS_OBJECTIVES: &[&str] = &["APP_PROMOTION", "WEB_CONVERSIONS", "LEAD_GENERATION"];

pub(super) const BUDGET_MODES: &[&str] =
    &["BUDGET_MODE_INFINITE", "BUDGET_MODE_TOTAL", "BUDGET_MODE_DAY", "BUDGET_MODE_DYNAMIC_DAILY_BUDGET"];

pub(super) const CREATE_STATUSES: &[&str] = &["ENABLE", "DISABLE"];
pub(super) const STATUSES: &[&str] = &["ENABLE", "DISABLE", "DELETE"];
pub(super) const PRIMARY_STATUSES: &[&str] = &[
    "STATUS_ALL",
    "STATUS_NOT_DELETE",
    "STATUS_DELETE",
    "STATUS_ENABLE",
    "STATUS_DISABLE",
    "STATUS_NOT_DELIVERY",
    "STATUS_DELIVERY_OK",
    "STATUS_FROZEN",
];

pub(super) const SPECIAL_INDUSTRIES: &[&str] = &["HOUSING", "EMPLOYMENT", "CREDIT"];
pub(super) const APP_PROMOTION_TYPES: &[&str] = &["APP_INSTALL", "APP_RETARGETING", "APP_PREREGISTRATION"];
pub(super) const SMART_PLUS_APP_PROMOTION_TYPES: &[&str] = &["APP_INSTALL", "APP_RETARGETING", "MINIS"];
pub(super) const CAMPAIGN_TYPES: &[&str] = &["REGULAR_CAMPAIGN", "IOS14_CAMPAIGN"];
pub(super) const SALES_DESTINATIONS: &[&str] = &["TIKTOK_SHOP", "WEBSITE", "APP", "WEB_AND_APP"];
pub(super) const SMART_PLUS_SALES_DESTINATIONS: &[&str] = &["WEBSITE", "APP", "WEB_AND_APP"];
pub(super) const PRODUCT_SOURCES: &[&str] = &["CATALOG", "STORE"];
pub(super) const RF_TYPES: &[&str] = &["STANDARD", "PULSE"];

pub(super) const BILLING_EVENTS: &[&str] = &["CPC", "CPM", "CPV", "OCPM", "GD"];
pub(super) const BID_TYPES: &[&str] = &["BID_TYPE_CUSTOM", "BID_TYPE_NO_BID"];
pub(super) const OPTIMIZATION_GOALS: &[&str] = &[
    "CLICK",
    "CONVERT",
    "INSTALL",
    "IN_APP_EVENT",
    "SHOW",
    "REACH",
    "LEAD_GENERATION",
    "PREFERRED_LEAD",
    "CONVERSATION",
    "FOLLOWERS",
    "PAGE_VISIT",
    "VALUE",
    "AUTOMATIC_VALUE_OPTIMIZATION",
    "MT_LIVE_ROOM",
    "PRODUCT_CLICK_IN_LIVE",
    "ENGAGED_VIEW",
    "ENGAGED_VIEW_FIFTEEN",
    "TRAFFIC_LANDING_PAGE_VIEW",
    "DESTINATION_VISIT",
];

pub(super) const PACING: &[&str] = &["PACING_MODE_SMOOTH", "PACING_MODE_FAST"];
pub(super) const SCHEDULE_TYPES: &[&str] = &["SCHEDULE_START_END", "SCHEDULE_FROM_NOW"];
pub(super) const PLACEMENT_TYPES: &[&str] = &["PLACEMENT_TYPE_NORMAL", "PLACEMENT_TYPE_AUTOMATIC"];
pub(super) const PLACEMENTS: &[&str] = &["PLACEMENT_TIKTOK", "PLACEMENT_PANGLE", "PLACEMENT_GLOBAL_APP_BUNDLE"];
pub(super) const SUBPLACEMENTS: &[&str] = &["IN_FEED", "SEARCH_FEED", "TIKTOK_LITE", "LEMON8"];
pub(super) const PROMOTION_TYPES: &[&str] = &[
    "APP_ANDROID",
    "APP_IOS",
    "WEBSITE",
    "LEAD_GENERATION",
    "LEAD_GEN_CLICK_TO_TT_DIRECT_MESSAGE",
    "LEAD_GEN_CLICK_TO_SOCIAL_MEDIA_APP_MESSAGE",
    "LEAD_GEN_CLICK_TO_CALL",
    "WEBSITE_OR_DISPLAY",
    "TIKTOK_SHOP",
    "VIDEO_SHOPPING",
    "LIVE_SHOPPING",
    "PSA_PRODUCT",
];
pub(super) const SMART_PLUS_PROMOTION_TYPES: &[&str] = &[
    "APP_ANDROID",
    "APP_IOS",
    "WEBSITE",
    "LEAD_GENERATION",
    "LEAD_GEN_CLICK_TO_TT_DIRECT_MESSAGE",
    "LEAD_GEN_CLICK_TO_SOCIAL_MEDIA_APP_MESSAGE",
    "LEAD_GEN_CLICK_TO_CALL",
    "MINI_APP",
    "MINI_GAME",
];
pub(super) const PROMOTION_TARGETS: &[&str] = &["INSTANT_PAGE", "EXTERNAL_WEBSITE"];

pub(super) const GENDERS: &[&str] = &["GENDER_UNLIMITED", "GENDER_MALE", "GENDER_FEMALE"];
pub(super) const MINORS: &str = "AGE_13_17";
pub(super) const AGE_GROUPS: &[&str] = &["AGE_13_17", "AGE_18_24", "AGE_25_34", "AGE_35_44", "AGE_45_54", "AGE_55_100"];
pub(super) const NETWORK_TYPES: &[&str] = &["WIFI", "2G", "3G", "4G", "5G"];
pub(super) const HOUSEHOLD_INCOME: &[&str] = &["TOP5", "TOP10", "TOP10_25", "TOP25_50"];
pub(super) const SPENDING_POWER: &[&str] = &["ALL", "HIGH"];
pub(super) const BRAND_SAFETY_TYPES: &[&str] =
    &["NO_BRAND_SAFETY", "EXPANDED_INVENTORY", "STANDARD_INVENTORY", "LIMITED_INVENTORY", "THIRD_PARTY"];
pub(super) const BRAND_SAFETY_PARTNERS: &[&str] = &["IAS", "OPEN_SLATE"];
pub(super) const OPERATING_SYSTEMS: &[&str] = &["ANDROID", "IOS"];
pub(super) const MATERIAL_MODES: &[&str] = &["CUSTOM", "SMART_CREATIVE"];

pub(super) const AD_FORMATS: &[&str] =
    &["SINGLE_VIDEO", "SINGLE_IMAGE", "CAROUSEL_ADS", "CATALOG_CAROUSEL", "LIVE_CONTENT"];
pub(super) const SMART_PLUS_AD_FORMATS: &[&str] = &["SINGLE_VIDEO", "CAROUSEL_ADS", "CATALOG_CAROUSEL"];
pub(super) const IDENTITY_TYPES: &[&str] = &["CUSTOMIZED_USER", "AUTH_CODE", "TT_USER", "BC_AUTH_TT"];
pub(super) const AIGC_TYPES: &[&str] = &["SELF_DISCLOSURE", "NOT_DECLARED"];
