//! Typed text as a part of a name: ASCII letters and digits, by explicit rules.

use deunicode::deunicode_char;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::MULTI;
use crate::{Violation, text::fold};

/// The longest name that a planner can type, in characters.
const LONGEST_TYPED: usize = 200;
/// The longest token of a typed name; transliteration turns some letters into several.
const LONGEST_TOKEN: usize = 120;

/// Typed text as a part of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sanitized {
    /// Letters and digits only.
    pub token: String,
    /// Letters that were replaced, each once.
    pub transliterated: Vec<Transliteration>,
    /// Characters that were dropped, each once.
    pub dropped: Vec<char>,
}

/// A letter and its replacement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transliteration {
    /// The typed letter.
    pub from: char,
    /// The replacement; empty for a sign without a sound of its own.
    pub to: String,
}

/// A typed campaign name as the last part of a name: `"Moana Launch!"` becomes `MoanaLaunch`, `Amélie` becomes `Amelie`.
pub fn campaign_token(typed: &str) -> Result<Sanitized, Violation> {
    let violation = |problem: String| Violation::at("/campaign_name", problem);
    if typed.chars().count() > LONGEST_TYPED {
        return Err(violation(format!("The campaign name has more than {LONGEST_TYPED} characters."))
            .suggest(format!("Shorten it to {LONGEST_TYPED} characters.")));
    }
    let sanitized = sanitize(typed).map_err(|letter| {
        violation(format!("{letter:?} in the campaign name has no counterpart among the letters A to Z and digits."))
            .suggest("Write it in Latin letters.")
    })?;
    if sanitized.token.is_empty() {
        return Err(violation(format!(
            "Nothing is left of the campaign name {typed:?}: it has neither a letter nor a digit."
        ))
        .suggest("Use a name with letters or digits, such as \"Moana Launch\"."));
    }
    if sanitized.token.len() > LONGEST_TOKEN {
        return Err(violation(format!(
            "The campaign name becomes {} letters and digits in the name, and the limit is {LONGEST_TOKEN}.",
            sanitized.token.len()
        ))
        .suggest("Shorten it."));
    }
    Ok(sanitized)
}

/// The channel part of a name for a channel of that platform name: `Google Ads` becomes `GOOGLEADS`.
pub fn channel_token(platform_name: &str) -> Result<String, Violation> {
    let violation = |problem: String| {
        Violation::at("", problem)
            .suggest("Use the platform's name in Latin letters, such as \"Meta\" or \"Google Ads\".")
    };
    let sanitized = sanitize(platform_name).map_err(|letter| {
        violation(format!("{letter:?} in the platform's name has no counterpart among the letters A to Z and digits."))
    })?;
    let token = sanitized.token.to_ascii_uppercase();
    if token.is_empty() || token.len() > 40 {
        return Err(violation(format!(
            "{platform_name:?} cannot be a part of names: it must have 1 to 40 letters and digits."
        )));
    }
    if token == MULTI {
        return Err(violation(format!("{MULTI} is reserved: it stands for campaigns that span channels.")));
    }
    Ok(token)
}

/// A part of a generated name in the form in which it is searched: lower case, with letters beyond ASCII replaced as in
/// names. A letter without a replacement stays, and matches no name.
pub fn search_term(text: &str) -> String {
    let plain = |letter: char| {
        let known = if letter.is_ascii() { None } else { transliterate(letter) };
        known.map_or_else(|| letter.to_string(), |ascii| ascii.to_ascii_lowercase())
    };
    let composed: String = text.nfc().collect();
    fold(&composed.chars().map(plain).collect::<String>())
}

/// Letters and digits, with those beyond ASCII transliterated; or the first letter or digit that has no replacement.
fn sanitize(typed: &str) -> Result<Sanitized, char> {
    let mut sanitized = Sanitized { token: String::new(), transliterated: Vec::new(), dropped: Vec::new() };
    for letter in typed.chars() {
        if letter.is_ascii_alphanumeric() {
            sanitized.token.push(letter);
        } else if letter.is_alphanumeric() {
            let to = transliterate(letter).ok_or(letter)?;
            sanitized.token.push_str(&to);
            if !sanitized.transliterated.iter().any(|known| known.from == letter) {
                sanitized.transliterated.push(Transliteration { from: letter, to });
            }
        } else if !sanitized.dropped.contains(&letter) {
            // Spaces, punctuation, emoji, and accents that follow their letter separately.
            sanitized.dropped.push(letter);
        }
    }
    Ok(sanitized)
}

/// A letter or digit in ASCII letters and digits; none if it has no replacement.
///
/// Signs that only modify the letter before them (the Russian soft sign, the long vowel mark of Japanese) and the
/// glottal stops, which ASCII can only write as an apostrophe, become empty: they are reported, but nothing is lost.
fn transliterate(letter: char) -> Option<String> {
    match letter {
        // deunicode writes the schwa as `@`; passports of Azerbaijan write it so.
        'ə' => return Some("e".to_owned()),
        'Ə' => return Some("E".to_owned()),
        // The long vowel marks of Japanese, full and half width, and the line that stretches Arabic words.
        'ー' | 'ｰ' | 'ـ' => return Some(String::new()),
        _ => {}
    }
    let ascii = deunicode_char(letter)?;
    let kept: String = ascii.chars().filter(char::is_ascii_alphanumeric).collect();
    (!kept.is_empty() || matches!(ascii, "'" | "`")).then_some(kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(typed: &str) -> String {
        campaign_token(typed).unwrap().token
    }

    #[test]
    fn typed_names_become_letters_and_digits() {
        assert_eq!(token("Moana Launch!"), "MoanaLaunch");
        assert_eq!(token("  Q4/2026 – 50% off  "), "Q4202650off");
        assert_eq!(token("Amélie"), "Amelie");
        assert_eq!(token("Ame\u{301}lie"), "Amelie", "an accent of its own is no letter");
        assert_eq!(token("Straße"), "Strasse");
        assert_eq!(token("Ærø Ⅷ"), "AEroVIII");
        assert_eq!(token("Москва"), "Moskva");
        assert_eq!(token("Июль"), "Iiul", "a soft sign is no letter of its own");
        assert_eq!(token("Подъём"), "Podiom");
        assert_eq!(token("عيد"), "yd", "nor is a glottal stop");
        assert_eq!(token("サッカー"), "satuka", "nor the mark of a long vowel");
        assert_eq!(token("Bakı şəhəri"), "Bakiseheri");
        assert_eq!(token("Rocket 🚀 Day"), "RocketDay", "an emoji is no word");
    }

    #[test]
    fn what_happened_to_a_name_can_be_told() {
        let sanitized = campaign_token("Été à Été!!").unwrap();
        assert_eq!(sanitized.dropped, [' ', '!']);
        let pairs: Vec<(char, &str)> = sanitized.transliterated.iter().map(|one| (one.from, one.to.as_str())).collect();
        assert_eq!(pairs, [('É', "E"), ('é', "e"), ('à', "a")]);
    }

    #[test]
    fn a_name_of_which_nothing_is_left_is_an_error_that_says_so() {
        for nothing in ["", "   ", "!!!", "🚀", "_-_"] {
            let violation = campaign_token(nothing).unwrap_err();
            assert!(violation.problem.contains("Nothing is left"), "{}", violation.problem);
        }
    }

    #[test]
    fn a_letter_without_a_counterpart_is_an_error_and_no_silent_loss() {
        // A letter of a script that no table transliterates.
        let violation = campaign_token("Launch \u{13000}").unwrap_err();
        assert!(violation.problem.contains("no counterpart"), "{}", violation.problem);
    }

    #[test]
    fn too_long_a_name_is_refused() {
        assert!(campaign_token(&"a".repeat(201)).is_err());
        assert!(campaign_token(&"a".repeat(121)).is_err());
        assert_eq!(token(&"a".repeat(120)).len(), 120);
    }

    #[test]
    fn channels_are_upper_case_and_multi_is_reserved() {
        assert_eq!(channel_token("Google Ads"), Ok("GOOGLEADS".into()));
        assert_eq!(channel_token("TikTok"), Ok("TIKTOK".into()));
        assert!(channel_token("Multi").is_err());
        assert!(channel_token("---").is_err());
    }

    proptest! {
        #[test]
        fn any_text_becomes_letters_and_digits_or_an_error(typed in "\\PC*") {
            if let Ok(sanitized) = campaign_token(&typed) {
                prop_assert!(sanitized.token.bytes().all(|byte| byte.is_ascii_alphanumeric()));
                prop_assert_eq!(&token(&sanitized.token), &sanitized.token, "what is clean stays");
            }
        }
    }
}
