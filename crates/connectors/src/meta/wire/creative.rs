//! `POST /act_{ad_account_id}/adcreatives`. Meta Marketing API, ad-account/adcreatives.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A new creative.
#[derive(Debug, Clone, Serialize)]
pub(in crate::meta) struct CreativeCreate {
    pub(in crate::meta) name: String,
    #[serde(flatten)]
    pub(in crate::meta) content: CreativeContent,
}

/// What a creative shows: exactly one of the first three.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::meta) struct CreativeContent {
    #[serde(skip_serializing_if = "Option::is_none")]
    object_story_spec: Option<ObjectStorySpec>,
    /// `{page}_{post}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    object_story_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asset_feed_spec: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url_tags: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    degrees_of_freedom_spec: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contextual_multi_ads: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization_category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applink_treatment: Option<String>,
}

/// A new post: a page and exactly one kind of content. Meta Marketing API, ad-creative-object-story-spec.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ObjectStorySpec {
    page_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instagram_user_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link_data: Option<LinkData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo_data: Option<PhotoData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    video_data: Option<VideoData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    template_data: Option<LinkData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_data: Option<TextData>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct LinkData {
    link: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_to_action: Option<CallToAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    multi_share_end_card: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    multi_share_optimized: Option<bool>,
    /// Two to ten cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    child_attachments: Option<Vec<ChildAttachment>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct ChildAttachment {
    link: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    video_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_to_action: Option<CallToAction>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct PhotoData {
    #[serde(skip_serializing_if = "Option::is_none")]
    image_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page_welcome_message: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct VideoData {
    video_id: String,
    /// The thumbnail, unless `image_hash` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_to_action: Option<CallToAction>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct TextData {
    message: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct CallToAction {
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Map<String, Value>>,
}
