//! Typed text: the only entrance for names and reasons, and the form in which text is searched.

use unicode_normalization::UnicodeNormalization;

use crate::Violation;

/// A text field: its place, its name, and its limits.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// JSON pointer to the field.
    pub pointer: &'static str,
    /// Its name at the beginning of a sentence.
    pub label: &'static str,
    /// The most characters.
    pub longest: usize,
    /// True if it may have several lines.
    pub lines: bool,
}

impl Field {
    /// A field of one line.
    pub const fn line(pointer: &'static str, label: &'static str, longest: usize) -> Self {
        Self { pointer, label, longest, lines: false }
    }

    /// A field that may have several lines.
    pub const fn lines(pointer: &'static str, label: &'static str, longest: usize) -> Self {
        Self { pointer, label, longest, lines: true }
    }

    /// The text in its normal form (NFC), without whitespace around it. A text that is too long, or that contains an
    /// invisible character, is refused.
    pub fn read_or_empty(self, typed: &str) -> Result<String, Violation> {
        let text: String = typed.trim().nfc().collect();
        let (label, longest) = (self.label, self.longest);
        let length = text.chars().count();
        if length > longest {
            return Err(Violation::at(
                self.pointer,
                format!("{label} has {length} characters, and the limit is {longest}."),
            )
            .suggest("Shorten it."));
        }
        let invisible = text.chars().zip(1..).find_map(|(letter, at)| Some((at, letter, self.refuses(letter)?)));
        if let Some((at, letter, called)) = invisible {
            let code = u32::from(letter);
            return Err(Violation::at(
                self.pointer,
                format!("{label} has an invisible character at position {at}: U+{code:04X}, {called}."),
            )
            .suggest("Delete it, or type the text again: such characters come along when text is copied."));
        }
        Ok(text)
    }

    /// The same for a required text.
    pub fn read(self, typed: &str) -> Result<String, Violation> {
        let text = self.read_or_empty(typed)?;
        if text.is_empty() {
            return Err(Violation::at(self.pointer, format!("{} must not be empty.", self.label))
                .suggest(format!("Use 1 to {} characters.", self.longest)));
        }
        Ok(text)
    }

    fn refuses(self, letter: char) -> Option<&'static str> {
        if self.lines && matches!(letter, '\n' | '\r' | '\t') { None } else { invisible(letter) }
    }
}

/// The name of an invisible character; none for others.
fn invisible(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\t' => "a tab",
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        _ if letter.is_control() => "a control character",
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' => "a zero-width non-joiner",
        '\u{200D}' => "a zero-width joiner",
        '\u{2060}' | '\u{FEFF}' => "a zero-width no-break space",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "a direction mark",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "a change of direction",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "an invisible filler",
        '\u{34F}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{2061}'..='\u{2065}' | '\u{206A}'..='\u{206F}' => {
            "an invisible character"
        }
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => "an invisible tag",
        _ => return None,
    })
}

/// Text in the form in which searches compare it: compatibility characters in their plain form, all in one case. `CAFÉ`
/// and `café`, composed or not, are the same; so are `Straße` and `STRASSE`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Through the upper case: `ß`, the final sigma and the dotless i have no other partner.
    text.nfkc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkc().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAME: Field = Field::line("/name", "The brand's name", 10);

    #[test]
    fn text_is_composed_and_trimmed_and_its_inside_stays() {
        assert_eq!(NAME.read("  Cafe\u{301}  & Co "), Ok("Café  & Co".to_owned()));
        assert_eq!(NAME.read("日本ペプシ"), Ok("日本ペプシ".to_owned()));
        assert_eq!(NAME.read_or_empty("  "), Ok(String::new()));
        assert!(NAME.read(" ").is_err());
    }

    #[test]
    fn what_nobody_sees_is_refused_by_its_name_and_place() {
        for (typed, told) in [
            ("Dis\u{200B}ney", "at position 4: U+200B, a zero-width space."),
            ("\u{202E}yensiD", "at position 1: U+202E, a change of direction."),
            ("Dis\u{200D}", "at position 4: U+200D, a zero-width joiner."),
            ("a\u{7}b", "at position 2: U+0007, a control character."),
            ("a\u{FEFF}b", "at position 2: U+FEFF, a zero-width no-break space."),
            ("a\nb", "at position 2: U+000A, a line break."),
            ("a\u{E0041}", "at position 2: U+E0041, an invisible tag."),
        ] {
            let violation = NAME.read(typed).unwrap_err();
            assert_eq!(violation.pointer, "/name");
            assert!(violation.problem.ends_with(told), "{}", violation.problem);
        }
        assert_eq!(Field::lines("/reason", "The reason", 20).read("first\nsecond"), Ok("first\nsecond".to_owned()));
        assert!(Field::lines("/reason", "The reason", 20).read("a\u{200B}").is_err());
    }

    #[test]
    fn the_length_counts_characters_of_the_normal_form() {
        assert!(NAME.read(&"e\u{301}".repeat(10)).is_ok());
        let violation = NAME.read(&"é".repeat(11)).unwrap_err();
        assert_eq!(violation.problem, "The brand's name has 11 characters, and the limit is 10.");
    }

    #[test]
    fn case_and_form_make_no_difference_to_a_search() {
        for (one, other) in [
            ("CAFÉ", "café"),
            ("Cafe\u{301}", "CAFÉ"),
            ("Straße", "STRASSE"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("ＭＯＡＮＡ", "moana"),
            ("Москва", "МОСКВА"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
    }

    proptest! {
        #[test]
        fn folding_is_the_same_in_any_case_and_twice_is_once(text in "[a-zA-ZÀ-ÖØ-öø-ÿА-яΑ-Ρα-ω0-9 ]{0,20}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone());
            prop_assert_eq!(fold(&text.to_uppercase()), folded);
        }
    }
}
