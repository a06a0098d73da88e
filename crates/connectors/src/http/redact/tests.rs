use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use proptest::{prelude::*, sample::Index};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use super::{super::Answer, *};

const META: &str = "EAABsbCS1iHgBO7ZAyPzN4uZCdmQ0bZC8dk1ZB";
const TIKTOK: &str = "9f3a1c5e7b2d4f6a8c0e1d3b5a7f9c2e4d6b8a0f";

/// An ASCII text with each character in the form of `form`.
fn each(text: &str, form: impl Fn(u8) -> String) -> String {
    text.bytes().map(form).collect()
}

fn redactor(secrets: &[&str]) -> Redactor {
    let secrets: Vec<Secret> = secrets.iter().map(|secret| Secret::new(*secret)).collect();
    Redactor::new(&secrets)
}

#[test]
fn each_platforms_token_is_blotted_out_in_every_form() {
    let redactor = redactor(&[META, TIKTOK]);
    let hex: String = each(META, |byte| format!("{byte:02X}"));
    let escaped: String = each(META, |byte| format!("\\u{byte:04x}"));
    let twice = escaped.replace('\\', "\\\\");
    let percent: String = each(TIKTOK, |byte| format!("%{byte:02x}"));
    let html: String = each(META, |byte| format!("&#{byte};"));
    let forms = [META.into(), TIKTOK.into(), hex, escaped, twice, percent, html, STANDARD.encode(META)];
    for form in forms {
        let text = redactor.redact(&format!("Malformed access token {form}!")).into_owned();
        assert!(text.starts_with("Malformed access token ") && text.contains(BLOT) && text.ends_with('!'), "{text}");
        assert!(text.len() < 60, "{text}");
    }
}

#[test]
fn what_is_no_secret_stays() {
    let redactor = redactor(&[META, TIKTOK, "short", "  "]);
    for text in
        ["", "ok", "a short word", "DIS_US_META_2026_MoanaLaunch", "100 % of %zz \\u12 \\ & &#; 海洋", "EAABsbCS1iH"]
    {
        assert_eq!(redactor.redact(text), text);
        assert_eq!(Redactor::default().redact(text), text);
    }
}

#[test]
fn a_secret_between_other_characters_takes_none_with_it() {
    let redactor = redactor(&[META, "sesame"]);
    assert_eq!(redactor.redact(&format!("海{META}洋{META}{META}.sesame.")), "海[redacted]洋[redacted].[redacted].");
}

/// The forms in which a platform may send a token back.
#[derive(Debug, Clone, Copy)]
enum Form {
    Raw,
    Beginning,
    End,
    JsonEscaped,
    JsonTwice,
    UrlEncoded,
    UrlEncodedTwice,
    UrlWhereNeeded,
    Html,
    Hex,
    HexUpper,
    Base64,
    Base64Url,
    Base64Within,
    Base64InUrl,
}

const FORMS: [Form; 15] = [
    Form::Raw,
    Form::Beginning,
    Form::End,
    Form::JsonEscaped,
    Form::JsonTwice,
    Form::UrlEncoded,
    Form::UrlEncodedTwice,
    Form::UrlWhereNeeded,
    Form::Html,
    Form::Hex,
    Form::HexUpper,
    Form::Base64,
    Form::Base64Url,
    Form::Base64Within,
    Form::Base64InUrl,
];

fn written(token: &str, form: Form, cut: Index, before: &str) -> String {
    let percent = |text: &str| each(text, |byte| format!("%{byte:02X}"));
    let json = |text: &str| each(text, |byte| format!("\\u{byte:04X}"));
    let longest = token.len() - WINDOW;
    match form {
        Form::Raw => token.to_owned(),
        Form::Beginning => token[..WINDOW + cut.index(longest + 1)].to_owned(),
        Form::End => token[cut.index(longest + 1)..].to_owned(),
        Form::JsonEscaped => json(token),
        Form::JsonTwice => json(token).replace('\\', "\\\\"),
        Form::UrlEncoded => percent(token),
        Form::UrlEncodedTwice => percent(token).replace('%', "%25"),
        Form::UrlWhereNeeded => super::super::value(token),
        Form::Html => each(token, |byte| format!("&#x{byte:x};")),
        Form::Hex => each(token, |byte| format!("{byte:02x}")),
        Form::HexUpper => each(token, |byte| format!("{byte:02X}")),
        Form::Base64 => STANDARD.encode(token),
        Form::Base64Url => URL_SAFE_NO_PAD.encode(token),
        Form::Base64Within => URL_SAFE.encode(format!("{before}{token}{before}")),
        Form::Base64InUrl => super::super::value(&STANDARD.encode(format!("{before}{token}"))),
    }
}

/// The form's text after all escapes are undone.
fn plain(text: &str) -> String {
    let mut layer = Layer { bytes: text.as_bytes().to_vec(), origins: None };
    while let Some(inner) = layer.decoded() {
        layer = inner;
    }
    String::from_utf8_lossy(&layer.bytes).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_token_survives_in_any_form_at_any_place(
        token in "[A-Za-z0-9|_.~+/=-]{16,120}",
        form in prop::sample::select(&FORMS[..]),
        cut: Index,
        around in "[a-z ,:]{0,20}",
        place in 0..5_usize,
    ) {
        let echo = written(&token, form, cut, &around);
        let text = format!("{around}{echo}{around}");
        let body = match place {
            0 => json!({"error": {"message": text}}).to_string(),
            1 => json!({"error": {text.clone(): 1}}).to_string(),
            2 => json!([[{"deep": [1, text]}]]).to_string(),
            3 => json!({"error_data": json!({"inner": text}).to_string()}).to_string(),
            _ => format!("<html>{text}</html>"),
        };
        let redactor = redactor(&[META, &token]);
        let answer = Answer::new(200, HeaderMap::new(), body.as_bytes(), false, &redactor);
        let told = answer.json().map_or_else(|| answer.shown().to_string(), Value::to_string);
        prop_assert!(told.contains(BLOT), "{told}");
        // No sequence that only the token determines is left, neither as written nor as read.
        let decided = match form {
            Form::Base64Within | Form::Base64InUrl => {
                let encoded = STANDARD.encode(format!("{around}{token}"));
                encoded[(around.len() * 8).div_ceil(6)..(around.len() + token.len()) * 8 / 6].to_owned()
            }
            _ => echo,
        };
        let url_safe = decided.replace('+', "-").replace('/', "_");
        let read = plain(&told);
        for decided in [plain(&decided), plain(&url_safe), decided] {
            for run in decided.as_bytes().windows(WINDOW + 4) {
                let run = String::from_utf8_lossy(run);
                prop_assert!(!told.contains(&*run) && !read.contains(&*run), "{run} is left in {told}");
            }
        }
        prop_assert!(!told.contains(&token) && !read.contains(&token[..WINDOW]));
    }

    #[test]
    fn text_without_secrets_is_not_touched(text in "\\PC{0,200}") {
        prop_assume!(!text.contains("EAAB"));
        prop_assert_eq!(redactor(&[META, TIKTOK]).redact(&text), text.as_str());
    }
}
