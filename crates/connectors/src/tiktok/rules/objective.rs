//! The objective: without it nothing else can be judged.

use domain::Violation;
use serde_json::{Map, Value};

use super::super::schemas::{objectives, successor};

/// The objective of a configuration in `TikTok`'s names.
pub(in crate::tiktok) fn objective(config: &Map<String, Value>) -> Result<&'static str, Violation> {
    let at = |problem: String| Violation::at("/objective_type", problem);
    let choice = || format!("Use one of {}.", objectives().collect::<Vec<_>>().join(", "));
    let given = match config.get("objective_type") {
        None => {
            return Err(at("objective_type is missing: TikTok needs to know what the campaign is for.".into())
                .suggest(choice()));
        }
        Some(Value::String(text)) => text.as_str(),
        Some(_) => return Err(at("objective_type must be text.".into()).suggest(choice())),
    };
    if let Some(known) = objectives().find(|known| *known == given) {
        return Ok(known);
    }
    let upper = given.trim().to_uppercase().replace([' ', '-'], "_");
    if upper == "RF_REACH" {
        let problem =
            "Reach and frequency campaigns (RF_REACH) cannot be created disabled: this one would go live at once.";
        return Err(at(problem.into())
            .suggest("Use REACH, or book it in TikTok Ads Manager and write its id back to the ticket."));
    }
    if upper == "SALES" {
        return Err(at("TikTok's API has no objective SALES.".into()).suggest(
            "Use WEB_CONVERSIONS with \"virtual_objective_type\": \"SALES\" and a \"sales_destination\", or PRODUCT_SALES for a catalogue or shop.",
        ));
    }
    if let Some(successor) = successor("objective_type", &upper) {
        return Err(at(format!("TikTok takes no new campaigns with the objective {given}."))
            .suggest(format!("Use {successor}.")));
    }
    let nearest = objectives().find(|known| *known == upper);
    let fix = nearest.map_or_else(choice, |known| format!("Use {known}."));
    Err(at(format!("{given:?} is no objective of TikTok.")).suggest(fix))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fix(objective_type: &str) -> String {
        let config = json!({"objective_type": objective_type});
        objective(config.as_object().unwrap()).unwrap_err().suggestion.unwrap()
    }

    #[test]
    fn names_that_were_given_up_have_a_successor() {
        assert_eq!(fix("CONVERSIONS"), "Use WEB_CONVERSIONS.");
        assert_eq!(fix("CATALOG_SALES"), "Use PRODUCT_SALES.");
        assert_eq!(fix("OUTCOME_TRAFFIC"), "Use TRAFFIC.");
        assert_eq!(fix("video views"), "Use VIDEO_VIEWS.");
        assert!(fix("SALES").contains("virtual_objective_type"));
        assert!(fix("RF_REACH").starts_with("Use REACH"));
        assert!(fix("whatever").starts_with("Use one of APP_PROMOTION"));
        assert!(objective(&Map::new()).unwrap_err().problem.contains("missing"));
    }

    #[test]
    fn every_objective_is_taken() {
        for known in objectives() {
            let config = json!({"objective_type": known});
            assert_eq!(objective(config.as_object().unwrap()), Ok(known));
        }
    }
}
