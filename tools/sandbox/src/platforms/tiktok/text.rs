//! Rules for names and ad texts (docs/platforms.md 2.3, 2.7).

use super::error::{Refusal, Result};

pub(super) const NAME_LIMIT: usize = 512;
pub(super) const AD_TEXT_LIMIT: usize = 100;

/// Checks the length (CJK characters count two) and that there is no emoji.
pub(super) fn check(field: &str, text: &str, limit: usize) -> Result<()> {
    if text.chars().any(is_emoji) {
        return Err(Refusal::invalid(format!("{field}: Emojis are not supported.")));
    }
    if units(text) > limit {
        return Err(Refusal::invalid(format!("{field}: Longer than maximum length {limit}.")));
    }
    Ok(())
}

fn units(text: &str) -> usize {
    text.chars().map(|letter| if is_cjk(letter) { 2 } else { 1 }).sum()
}

fn is_cjk(letter: char) -> bool {
    matches!(u32::from(letter),
        0x1100..=0x11FF | 0x2E80..=0x303F | 0x3040..=0x30FF | 0x3100..=0x312F | 0x3130..=0x318F
        | 0x31A0..=0x31FF | 0x3200..=0x4DBF | 0x4E00..=0x9FFF | 0xA960..=0xA97F | 0xAC00..=0xD7FF
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFD)
}

fn is_emoji(letter: char) -> bool {
    matches!(u32::from(letter),
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0x2300..=0x23FF
        | 0xFE0F | 0x20E3 | 0xE0020..=0xE007F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cjk_counts_two_and_emoji_are_refused() {
        for (text, limit, good) in [
            ("abcd", 4, true),
            ("abcde", 4, false),
            ("広告", 4, true),
            ("広告a", 4, false),
            ("한국", 3, false),
            ("Ünï-çø", 6, true),
            ("Launch 🚀", 100, false),
            ("I ♥ ads ❤️", 100, false),
            ("1️⃣", 100, false),
        ] {
            assert_eq!(check("campaign_name", text, limit).is_ok(), good, "{text}");
        }
    }
}
