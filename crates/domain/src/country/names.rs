//! Countries by the names that people write, ignoring case, accents and articles.

use std::{collections::HashMap, sync::OnceLock};

use super::CountryCode;

/// Names in common use that are not the ISO short name.
const COMMON: [(&str, &str); 47] = [
    ("United States", "US"),
    ("America", "US"),
    ("U.S.", "US"),
    ("U.S.A.", "US"),
    ("United Kingdom", "GB"),
    ("UK", "GB"),
    ("U.K.", "GB"),
    ("Great Britain", "GB"),
    ("Britain", "GB"),
    ("England", "GB"),
    ("Scotland", "GB"),
    ("Wales", "GB"),
    ("Northern Ireland", "GB"),
    ("South Korea", "KR"),
    ("Korea", "KR"),
    ("Republic of Korea", "KR"),
    ("North Korea", "KP"),
    ("Russia", "RU"),
    ("Vietnam", "VN"),
    ("Czech Republic", "CZ"),
    ("Czechia", "CZ"),
    ("Turkey", "TR"),
    ("Türkiye", "TR"),
    ("Ivory Coast", "CI"),
    ("Cape Verde", "CV"),
    ("Swaziland", "SZ"),
    ("Macedonia", "MK"),
    ("Burma", "MM"),
    ("East Timor", "TL"),
    ("Holland", "NL"),
    ("The Netherlands", "NL"),
    ("UAE", "AE"),
    ("Emirates", "AE"),
    ("Hong Kong", "HK"),
    ("Macau", "MO"),
    ("Taiwan", "TW"),
    ("Laos", "LA"),
    ("Syria", "SY"),
    ("Brunei", "BN"),
    ("Vatican", "VA"),
    ("Palestine", "PS"),
    ("Democratic Republic of the Congo", "CD"),
    ("DR Congo", "CD"),
    ("Republic of the Congo", "CG"),
    ("Congo-Brazzaville", "CG"),
    ("British Virgin Islands", "VG"),
    ("US Virgin Islands", "VI"),
];

/// The country of a name.
pub(super) fn find(name: &str) -> Option<CountryCode> {
    index().get(&fold(name)).copied()
}

/// The known name nearest to a mistyped one.
pub(super) fn nearest_to(name: &str) -> Option<&'static str> {
    let names = COMMON.iter().map(|(name, _)| *name).chain(rust_iso3166::ALL.iter().map(|country| country.name));
    crate::nearest(name, names)
}

fn index() -> &'static HashMap<String, CountryCode> {
    static INDEX: OnceLock<HashMap<String, CountryCode>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = HashMap::new();
        let mut heads: HashMap<String, Vec<CountryCode>> = HashMap::new();
        for country in rust_iso3166::ALL {
            let code = CountryCode::of(country);
            index.insert(fold(country.name), code);
            // `Bolivia (Plurinational State of)` is Bolivia, unless another country begins like that too.
            if let Some((head, _)) = country.name.split_once([',', '(']) {
                heads.entry(fold(head)).or_default().push(code);
            }
        }
        for (head, codes) in heads {
            if let [code] = codes[..] {
                index.entry(head).or_insert(code);
            }
        }
        for (name, code) in COMMON {
            if let Some(code) = CountryCode::parse(code) {
                index.insert(fold(name), code);
            }
        }
        index
    })
}

/// Only letters, in lower case, without accents and articles.
fn fold(name: &str) -> String {
    let plain = deunicode::deunicode(name).to_lowercase().replace('&', " and ");
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty() && *word != "the").collect()
}
