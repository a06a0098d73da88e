//! A descriptor is whole: the settings that every platform has, documented defaults, and an account.

use connectors::{
    ConnectorSettings, PLATFORMS,
    descriptor::{Descriptor, Kind},
};
use domain::{Secret, channel::Platform};

#[test]
fn every_connector_has_one_and_every_one_has_a_channel() {
    for descriptor in PLATFORMS {
        assert_eq!(Descriptor::of(descriptor.id).unwrap().id, descriptor.id);
        assert_eq!(PLATFORMS.iter().filter(|other| other.id == descriptor.id).count(), 1);
        let platform = Platform::from_name(descriptor.id.display_name()).unwrap();
        assert_eq!(platform.connector(), Some(descriptor.id));
        assert!(descriptor.docs.url.starts_with("https://") && descriptor.live_base.starts_with("https://"));
        assert!(!descriptor.docs.title.is_empty() && !descriptor.parts.is_empty());
        assert!(descriptor.account.in_sandbox.bytes().all(|byte| byte.is_ascii_digit()));
    }
}

#[test]
fn settings_are_named_by_the_platform_and_documented() {
    for descriptor in PLATFORMS {
        let key = descriptor.id.key();
        assert!(descriptor.defaults.starts_with(&format!("[{key}]\n")), "{key}");
        for setting in descriptor.settings {
            assert_eq!(setting.key, format!("{key}.{}", setting.name()));
            assert_eq!(setting.variable, setting.key.replace('.', "_").to_ascii_uppercase());
            assert!(descriptor.defaults.contains(&format!("[{}]", setting.variable)), "{}", setting.key);
            assert!(descriptor.defaults.contains(&format!("{} = ", setting.name())), "{}", setting.key);
        }
        for kind in [Kind::ApiBase, Kind::ApiVersion, Kind::Token, Kind::Account] {
            assert_eq!(descriptor.settings.iter().filter(|setting| setting.kind == kind).count(), 1, "{key} {kind:?}");
        }
        let version = format!("api_version = \"{}\"\n", descriptor.api_version);
        assert!(descriptor.defaults.contains(&version), "{key}: {version}");
    }
}

#[test]
fn settings_are_typed_and_print_no_secret() {
    for descriptor in PLATFORMS {
        let common = || ConnectorSettings {
            base_url: descriptor.live_base.to_owned(),
            api_version: descriptor.api_version.to_owned(),
            access_token: Some(Secret::new("s3cret-token")),
            default_account: None,
            sandbox: false,
        };
        let settings = (descriptor.read)(common(), serde_json::Map::new()).unwrap();
        assert_eq!(settings.descriptor().id, descriptor.id);
        assert_eq!(settings.secrets().len(), 1);
        assert!(!format!("{settings:?}").contains("s3cret"), "{settings:?}");
        let unknown = serde_json::Map::from_iter([("colour".to_owned(), "blue".into())]);
        assert!(
            (descriptor.read)(common(), unknown).is_err(),
            "{} takes a setting that it does not have",
            descriptor.id
        );
    }
}
