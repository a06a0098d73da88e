//! Letters as platforms count them: wide ones count two, and some platforms take no emoji.

/// Returns true for a character that is, or belongs to, an emoji.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(u32::from(c),
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B05..=0x2B55 | 0x231A..=0x23FF | 0x200D | 0x20E3 | 0xFE0F | 0xE0020..=0xE007F)
}

/// The length in units that count a Chinese, Japanese or Korean character as two.
pub(crate) fn wide_length(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x2E80..=0x303F | 0x3040..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_emoji() {
        assert_eq!(wide_length("Moana 海洋"), 10);
        assert!("Launch 🚀".chars().any(is_emoji));
        assert!(!"Amélie – 海洋 №1".chars().any(is_emoji));
    }
}
