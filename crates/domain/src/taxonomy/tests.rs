use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{BrandId, ChannelId, MarketId};

fn brand(n: u128) -> BrandId {
    BrandId(Uuid::from_u128(n))
}

fn market(n: u128) -> MarketId {
    MarketId(Uuid::from_u128(n))
}

fn registry() -> Registry {
    let mut registry = Registry::default();
    registry.add_brand("DIS", brand(1));
    registry.add_brand("DIS_US", brand(2));
    registry.add_market("US", market(1));
    registry.add_market("US_EAST", market(2));
    registry.add_market("EAST", market(3));
    registry.add_channel("Meta", ChannelId(Uuid::from_u128(1)));
    registry.add_channel("meta", ChannelId(Uuid::from_u128(2)));
    registry
}

fn violations(name: &str) -> Vec<(NamePart, Option<String>)> {
    match parse(name, &registry()) {
        Err(ParseFailure::Invalid(violations)) => {
            violations.into_iter().map(|violation| (violation.part, violation.suggestion)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_seeds_example_is_made_and_read() {
    let (parts, _) = NameParts::new("dis", "us", "meta", 2026, "Moana Launch!").unwrap();
    assert_eq!(parts.to_string(), "DIS_US_META_2026_MoanaLaunch");
    assert_eq!(parts.with_variant("B").to_string(), "DIS_US_META_2026_MoanaLaunchB");
    let reading = parse("DIS_US_META_2026_MoanaLaunch", &registry()).unwrap();
    assert_eq!((reading.brand_id, reading.market_id, reading.parts), (brand(1), market(1), parts));
    assert!(matches!(reading.channel, ChannelReading::Channels(ids) if ids.len() == 2), "both of Meta's channels");
}

#[test]
fn a_campaign_that_spans_channels_carries_multi() {
    assert_eq!(parse("DIS_US_MULTI_2026_Moana", &registry()).unwrap().channel, ChannelReading::Multi);
}

#[test]
fn underscores_in_codes_are_told_apart_by_the_registry() {
    assert_eq!(parse("DIS_US_US_META_2026_Moana", &registry()).unwrap().brand_id, brand(2));
    let Err(ParseFailure::Ambiguous(readings)) = parse("DIS_US_EAST_META_2026_Moana", &registry()) else {
        panic!("DIS in US_EAST, or DIS_US in EAST");
    };
    assert_eq!(readings.len(), 2);
}

#[test]
fn each_wrong_part_is_told_with_the_nearest_code() {
    assert_eq!(violations("DSI_US_META_2026_Moana"), [(NamePart::Brand, Some("DIS".into()))]);
    assert_eq!(violations("dis_US_META_2026_Moana"), [(NamePart::Brand, Some("DIS".into()))]);
    assert_eq!(violations("DIS_XX_META_2026_Moana")[0].0, NamePart::Market);
    assert_eq!(violations("DIS_US_MTEA_2026_Moana"), [(NamePart::Channel, Some("META".into()))]);
    assert_eq!(violations("DIS_US_META_26_Moana")[0].0, NamePart::Year);
    assert_eq!(violations("DIS_US_META_2026_Moana!"), [(NamePart::Campaign, Some("Moana".into()))]);
    assert_eq!(violations("DIS_US_META")[0].0, NamePart::Name);
    let all = violations("X_Y_Z_1_");
    assert_eq!(all.len(), 5, "every part at once: {all:?}");
}

#[test]
fn a_name_longer_than_any_is_refused_at_once() {
    assert_eq!(violations(&"_".repeat(1_000_000))[0].0, NamePart::Name);
    let longest = format!("DIS_US_META_2026_{}", "a".repeat(160));
    assert!(parse(&longest, &registry()).is_ok());
}

#[test]
fn former_codes_are_read_and_marked() {
    let mut registry = registry();
    registry.add_former_brand("WDW", brand(1));
    registry.add_former_brand("DIS", brand(9));
    let reading = parse("WDW_US_META_2026_Moana", &registry).unwrap();
    assert_eq!((reading.brand_id, reading.former), (brand(1), true));
    let reading = parse("DIS_US_META_2026_Moana", &registry).unwrap();
    assert_eq!((reading.brand_id, reading.former), (brand(1), false), "a code in use keeps its meaning");
}

#[test]
fn a_year_out_of_range_is_a_violation() {
    assert_eq!(NameParts::new("DIS", "US", "META", 1999, "Moana").unwrap_err().0[0].pointer, "/year");
    assert_eq!(NameParts::new("DIS", "US", "META", 1999, "!!").unwrap_err().0.len(), 2, "all violations at once");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        brands in prop::collection::btree_set("[A-Z0-9]{1,4}(_[A-Z0-9]{1,4}){0,2}", 1..8),
        markets in prop::collection::btree_set("[A-Z0-9]{1,3}(_[A-Z0-9]{1,3}){0,1}", 1..8),
        pick in any::<(prop::sample::Index, prop::sample::Index)>(),
        channel in prop::sample::select(vec!["META", "MULTI"]),
        year in 2000_i16..=2099,
        typed in "[ !a-zA-Z0-9éß]{0,10}[a-zA-Z0-9]",
        variant in prop::option::of("[A-Za-z0-9]{1,5}"),
    ) {
        let mut registry = Registry::default();
        for (n, code) in (0..).zip(&brands) {
            registry.add_brand(code, brand(n));
        }
        for (n, code) in (0..).zip(&markets) {
            registry.add_market(code, market(n));
        }
        registry.add_channel("Meta", ChannelId(Uuid::from_u128(1)));
        let (brand_code, market_code) = ((*pick.0.get(&brands.iter().collect::<Vec<_>>())).clone(), (*pick.1.get(&markets.iter().collect::<Vec<_>>())).clone());
        let (parts, _) = NameParts::new(&brand_code, &market_code, channel, year, &typed).unwrap();
        let parts = variant.map_or_else(|| parts.clone(), |variant| parts.with_variant(&variant));
        match parse(&parts.to_string(), &registry) {
            Ok(reading) => prop_assert_eq!(reading.parts, parts),
            Err(ParseFailure::Ambiguous(readings)) => {
                prop_assert!(readings.iter().any(|reading| reading.parts == parts), "the true reading is among them");
            }
            Err(failure) => prop_assert!(false, "{failure:?}"),
        }
    }

    #[test]
    fn no_text_panics(name in "\\PC*") {
        let _ = parse(&name, &registry());
    }
}
