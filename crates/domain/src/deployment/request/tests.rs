use proptest::prelude::*;
use serde_json::json;

use super::*;

fn known(source: &Source) -> Result<String, String> {
    match source {
        Source::IdOf(key) if key == "campaign" => Ok("77".to_owned()),
        Source::IdOf(key) => Err(format!("{key} has no id")),
        Source::IdempotencyKey => Ok("123".to_owned()),
    }
}

#[test]
fn only_references_are_filled_in() {
    let text = "Set sail {{name}}, {{campaign}} and {{idempotency_key}}";
    let body = json!({"campaign_id": "", "list": ["", 1], "ad_text": text, "exact": "{{campaign}}"});
    let mut template = RequestTemplate::post(
        "/x/copies".into(),
        body,
        vec![Reference::id_of("campaign", "/campaign_id"), Reference::idempotency_key("/list/0")],
    );
    assert_eq!(template.body["campaign_id"], "{{campaign}}", "a person sees what will be there");
    template.references.push(Reference { place: Place::Path(0), source: Source::IdOf("campaign".into()) });
    let filled = template.fill(&known).unwrap();
    assert_eq!(filled.path, "/77/copies");
    let expected = json!({"campaign_id": "77", "list": ["123", 1], "ad_text": text, "exact": "{{campaign}}"});
    assert_eq!(filled.body, expected);
}

#[test]
fn what_is_missing_is_told() {
    let template = |pointer: &str, key: &str| {
        RequestTemplate::post("/x".into(), json!({"id": ""}), vec![Reference::id_of(key, pointer)]).fill(&known)
    };
    assert_eq!(template("/id", "ad_set_1"), Err(Unsendable::Value("ad_set_1 has no id".into())));
    assert_eq!(template("/elsewhere", "campaign"), Err(Unsendable::Place("/elsewhere".into())));
}

#[test]
fn a_path_leads_nowhere_else() {
    let fill =
        |path: &str| RequestTemplate::post(path.into(), Value::Null, vec![]).fill(&known).map(|filled| filled.path);
    for path in ["/act_1001/campaigns", "/120210000000000000", "/smart_plus/campaign/create/"] {
        assert_eq!(fill(path).as_deref(), Ok(path));
    }
    let elsewhere = [
        "/../v26.0/act_999/users",
        "/1?role=ADMIN",
        "/1#x",
        "/%2e%2e/1",
        "/1/./2",
        "/a b",
        "",
        "x",
        "//evil",
        "/１２",
        "/a\\b",
    ];
    for path in elsewhere {
        assert_eq!(fill(path), Err(Unsendable::Path(path.into())), "{path}");
    }
}

#[test]
fn a_request_of_an_older_version_keeps_its_meaning() {
    let keys = ["campaign", "ad_set_1"];
    let body = json!({
        "campaign_id": "{{campaign}}", "request_id": "{{idempotency_key}}", "creatives": [{"id": "{{ad_set_1}}"}],
        "a/b": {"~": "{{campaign}}"}, "text": "Set sail {{campaign}}", "macro": "{{ad.id}}", "unknown": "{{name}}",
    });
    let read = RequestTemplate::of_markers("POST".into(), "/ad/create/".into(), body.clone(), &keys);
    assert_eq!(read.body, body);
    let mut pointers: Vec<_> =
        read.references.iter().map(|reference| (format!("{:?}", reference.place), reference.source.word())).collect();
    pointers.sort();
    let expected = [
        (r#"Body("/a~1b/~0")"#, "campaign"),
        (r#"Body("/campaign_id")"#, "campaign"),
        (r#"Body("/creatives/0/id")"#, "ad_set_1"),
        (r#"Body("/request_id")"#, "idempotency_key"),
    ];
    assert_eq!(pointers, expected.map(|(place, word)| (place.to_owned(), word)));

    let kept = json!({"url_tags": "c={\u{2060}{\u{2060}campaign.name}}", "campaign_id": "{{campaign}}"});
    let meta = RequestTemplate::of_markers("POST".into(), "/act_1/adcreatives".into(), kept, &keys);
    assert_eq!(meta.body["url_tags"], "c={{campaign.name}}");
    assert_eq!(meta.references, [Reference::id_of("campaign", "/campaign_id")]);
    let path = RequestTemplate::of_markers("POST".into(), "/{{campaign}}/copies".into(), Value::Null, &keys);
    assert_eq!(path.fill(&known).unwrap().path, "/77/copies");
}

proptest! {
    #[test]
    fn any_text_goes_out_as_it_is(text in ".*", name in "[a-z{}]{1,12}") {
        let body = json!({"campaign_id": "", "text": text, "deep": [{name: format!("{{{{campaign}}}}{text}")}]});
        let template = RequestTemplate::post("/x".into(), body.clone(), vec![Reference::id_of("campaign", "/campaign_id")]);
        let stored: RequestTemplate = serde_json::from_value(serde_json::to_value(&template).unwrap()).unwrap();
        let mut filled = stored.fill(&known).unwrap().body;
        prop_assert_eq!(filled["campaign_id"].take(), json!("77"));
        filled["campaign_id"] = json!("");
        prop_assert_eq!(filled, body);
    }
}
