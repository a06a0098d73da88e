//! Names: previews and verdicts.

use app::NamePreview;
use domain::taxonomy::{ChannelReading, NameViolation, ParseFailure, Reading};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A future name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NamePreview)]
pub(crate) struct NamePreviewBody {
    /// The name.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    pub(crate) name: String,
    /// Its parts.
    pub(crate) parts: PartsBody,
    /// True if a campaign or ticket has the name already.
    pub(crate) taken: bool,
    /// Letters of the typed name that were replaced.
    pub(crate) transliterated: Vec<TransliterationBody>,
    /// Characters of the typed name that were dropped.
    pub(crate) dropped: Vec<String>,
}

/// The parts of a name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NameParts)]
pub(crate) struct PartsBody {
    #[schema(example = "DIS")]
    pub(crate) brand: String,
    #[schema(example = "US")]
    pub(crate) market: String,
    #[schema(example = "META")]
    pub(crate) channel: String,
    #[schema(example = 2026)]
    pub(crate) year: i16,
    #[schema(example = "MoanaLaunch")]
    pub(crate) campaign: String,
}

/// A letter and its replacement.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Transliteration)]
pub(crate) struct TransliterationBody {
    #[schema(example = "é")]
    pub(crate) from: String,
    #[schema(example = "e")]
    pub(crate) to: String,
}

impl From<domain::taxonomy::NameParts> for PartsBody {
    fn from(parts: domain::taxonomy::NameParts) -> Self {
        Self {
            brand: parts.brand,
            market: parts.market,
            channel: parts.channel,
            year: parts.year,
            campaign: parts.campaign,
        }
    }
}

impl From<NamePreview> for NamePreviewBody {
    fn from(preview: NamePreview) -> Self {
        let transliterated = preview.sanitized.transliterated.into_iter();
        Self {
            name: preview.name,
            parts: preview.parts.into(),
            taken: preview.taken,
            transliterated: transliterated
                .map(|one| TransliterationBody { from: one.from.to_string(), to: one.to })
                .collect(),
            dropped: preview.sanitized.dropped.into_iter().map(String::from).collect(),
        }
    }
}

/// The verdict on a name: valid, or the parts that are wrong.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NameVerdict)]
pub(crate) struct NameVerdictBody {
    /// The name.
    pub(crate) name: String,
    /// True if it can be read in exactly one way.
    pub(crate) valid: bool,
    /// Its reading, if it is valid.
    pub(crate) reading: Option<ReadingBody>,
    /// Its possible readings, if there are several.
    pub(crate) ambiguous: Vec<ReadingBody>,
    /// The parts that are wrong.
    pub(crate) problems: Vec<NameProblemBody>,
}

/// The reading of a name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NameReading)]
pub(crate) struct ReadingBody {
    /// Its parts.
    pub(crate) parts: PartsBody,
    /// The brand.
    pub(crate) brand_id: Uuid,
    /// The market.
    pub(crate) market_id: Uuid,
    /// The channels of its channel part; empty for a campaign that spans channels.
    pub(crate) channel_ids: Vec<Uuid>,
    /// True if it contains a code that has been changed since.
    pub(crate) former: bool,
}

/// An error in a part of a name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NameProblem)]
pub(crate) struct NameProblemBody {
    /// `name`, `brand`, `market`, `channel`, `year` or `campaign`.
    #[schema(value_type = String, example = "brand")]
    pub(crate) part: domain::taxonomy::NamePart,
    /// The text in that part.
    pub(crate) found: String,
    /// The error.
    pub(crate) detail: String,
    /// The nearest registered code, or the accepted values.
    pub(crate) suggestion: Option<String>,
}

impl From<Reading> for ReadingBody {
    fn from(reading: Reading) -> Self {
        let channel_ids = match reading.channel {
            ChannelReading::Multi => Vec::new(),
            ChannelReading::Channels(ids) => ids.into_iter().map(Uuid::from).collect(),
        };
        Self {
            parts: reading.parts.into(),
            brand_id: reading.brand_id.into(),
            market_id: reading.market_id.into(),
            channel_ids,
            former: reading.former,
        }
    }
}

impl From<NameViolation> for NameProblemBody {
    fn from(violation: NameViolation) -> Self {
        Self {
            part: violation.part,
            found: violation.found,
            detail: violation.problem,
            suggestion: violation.suggestion,
        }
    }
}

impl NameVerdictBody {
    /// The verdict on a name.
    pub(crate) fn of(name: String, verdict: Result<Reading, ParseFailure>) -> Self {
        let mut body = Self { name, valid: false, reading: None, ambiguous: Vec::new(), problems: Vec::new() };
        match verdict {
            Ok(reading) => (body.valid, body.reading) = (true, Some(reading.into())),
            Err(ParseFailure::Ambiguous(readings)) => {
                body.ambiguous = readings.into_iter().map(Into::into).collect();
            }
            Err(ParseFailure::Invalid(violations)) => {
                body.problems = violations.into_iter().map(Into::into).collect();
            }
        }
        body
    }
}
