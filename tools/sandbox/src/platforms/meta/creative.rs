//! `POST /act_<id>/adcreatives` (docs/platforms.md 1.5).

use serde_json::{Map, Value};

use super::create::Checked;
use super::enums::{APPLINK_TREATMENTS, AUTHORIZATION_CATEGORIES};
use super::error::{Refusal, Result};
use super::fields;
use super::params::Params;
use crate::Kind;

const STORIES: &[&str] = &["link_data", "photo_data", "video_data", "template_data", "text_data"];

pub(super) fn check(params: &Params) -> Result<Checked> {
    params.one_of("authorization_category", AUTHORIZATION_CATEGORIES)?;
    params.one_of("applink_treatment", APPLINK_TREATMENTS)?;
    let story = params.object("object_story_spec")?;
    let feed = params.object("asset_feed_spec")?;
    match story {
        Some(story) => story_spec(&story, feed.is_some())?,
        None if feed.is_some() => {}
        None => {
            let Some(id) = params.text("object_story_id") else {
                return Err(Refusal::required("object_story_spec"));
            };
            if !id.split_once('_').is_some_and(|(page, post)| super::is_digits(page) && super::is_digits(post)) {
                return Err(Refusal::typed("object_story_id", "an id of the form <page>_<post>"));
            }
        }
    }
    Ok(Checked { fields: fields::kept(params, Kind::AdCreative), ..Checked::default() })
}

/// The same rules for a creative inside of an ad.
pub(super) fn check_inline(creative: &Map<String, Value>) -> Result<()> {
    match creative.get("object_story_spec") {
        Some(Value::Object(story)) => story_spec(story, creative.contains_key("asset_feed_spec")),
        Some(_) => Err(Refusal::typed("creative.object_story_spec", "an object")),
        None if creative.contains_key("asset_feed_spec") || creative.contains_key("object_story_id") => Ok(()),
        None => Err(Refusal::required("creative[creative_id]")),
    }
}

fn story_spec(story: &Map<String, Value>, has_feed: bool) -> Result<()> {
    if !story.get("page_id").is_some_and(|page| page.is_string() || page.is_u64()) {
        return Err(Refusal::required("object_story_spec[page_id]"));
    }
    if story.contains_key("instagram_actor_id") {
        return Err(Refusal::parameter("instagram_actor_id is no longer supported, use instagram_user_id")
            .blame("object_story_spec.instagram_actor_id"));
    }
    let given: Vec<&&str> = STORIES.iter().filter(|key| story.contains_key(**key)).collect();
    match given.as_slice() {
        [] if has_feed => Ok(()),
        [one] => {
            let Some(data) = story.get(**one).and_then(Value::as_object) else {
                return Err(Refusal::typed(&format!("object_story_spec.{one}"), "an object"));
            };
            match **one {
                "link_data" => link(data),
                "video_data" => video(data),
                _ => Ok(()),
            }
        }
        _ => Err(Refusal::parameter(format!("object_story_spec needs exactly one of {}", STORIES.join(", ")))
            .blame("object_story_spec")),
    }
}

fn link(data: &Map<String, Value>) -> Result<()> {
    if !data.get("link").is_some_and(Value::is_string) {
        return Err(Refusal::required("object_story_spec[link_data][link]"));
    }
    let cards = data.get("child_attachments").map(|cards| cards.as_array().map_or(0, Vec::len));
    if cards.is_some_and(|cards| !(2..=10).contains(&cards)) {
        return Err(Refusal::typed("object_story_spec.link_data.child_attachments", "a list of 2 to 10 cards"));
    }
    call_to_action(data)
}

fn video(data: &Map<String, Value>) -> Result<()> {
    if !data.contains_key("video_id") {
        return Err(Refusal::required("object_story_spec[video_data][video_id]"));
    }
    if !data.contains_key("image_url") && !data.contains_key("image_hash") {
        return Err(Refusal::invalid(
            "object_story_spec.video_data",
            "Video thumbnail is required",
            "A video needs a thumbnail: image_url or image_hash.",
        ));
    }
    call_to_action(data)
}

fn call_to_action(data: &Map<String, Value>) -> Result<()> {
    let good = |action: &Value| {
        let word = action.get("type").and_then(Value::as_str).unwrap_or_default();
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
    };
    match data.get("call_to_action") {
        Some(action) if !good(action) => Err(Refusal::typed("call_to_action.type", "a call to action type")),
        _ => Ok(()),
    }
}
