/**
 * Makers whose keys and tokens have no beginning of their own: only random text beside the maker's name tells them.
 * The names are those of the public lists of gitleaks (commit b58d3f1 of July 2026) and TruffleHog (commit 3ab759f of
 * August 2026) that are no words of ordinary English or of networks; behind one that is, the name of a field has to tell.
 */
export const TOKEN_MAKERS: readonly string[] = [
  ...'abuseipdb abyssale accuweather adafruit adobe adzuna airbrake airtable airvisual aiven alconost alegra'.split(
    ' ',
  ),
  ...'algolia alibaba aliyun alienvault amadeus amplitude anthropic anypoint apiflash apilayer apimatic'.split(' '),
  ...'appcues appfollow artifactory asana assemblyai atlassian auth0 autodesk avaza aviationstack axonaut'.split(' '),
  ...'aylien ayrshare bannerbear baremetrics beamer bitbucket bitfinex bitly bitmex bitrise bittrex'.split(' '),
  ...'blazemeter blocknative braintree brandfetch browserstack bscscan buddyns budibase bugherd bugsnag'.split(' '),
  ...'buildkite bulksms calendarific calendly campayn caspio censys chartmogul checkly circleci clarifai'.split(' '),
  ...'clearbit clickhelp clicksend clickup clockify cloudconvert cloudflare cloudinary cloudmersive cloudsmith'.split(
    ' ',
  ),
  ...'codacy codeclimate codecov codemagic cohere coinapi coinbase coinlayer coinlib companyhub confluence'.split(' '),
  ...'confluent contentful convertkit couchbase coveralls crowdin cryptocompare currencycloud customerio'.split(' '),
  ...'d7network databox databricks datadog deepai deepgram deepseek detectify diffbot digitalocean discord'.split(' '),
  ...'disqus dockerhub docparser docusign dotdigital droneci dronahq dropbox dwolla dynatrace edamam'.split(' '),
  ...'elasticemail elevenlabs etherscan eventbrite facebook fastly figma finicity finnhub flickr flutterwave'.split(
    ' ',
  ),
  ...'foursquare freshbooks freshdesk fullcontact fullstory geckoboard gengo geoapify geocodio getresponse'.split(' '),
  ...'gitter gocardless godaddy graphhopper groovehq gumroad gyazo hellosign helpscout heroku honeycomb'.split(' '),
  ...'hubspot huggingface ibmcloud imagekit imagga infura instamojo intercom intrinio ipdata ipgeolocation'.split(' '),
  ...'ipinfo ipstack jenkins jfrog jotform jumpcloud kickbox klaviyo klipfolio kontent kraken kucoin'.split(' '),
  ...'launchdarkly linkedin linked-in linked_in linode locationiq loggly logzio logz.io logz_io lokalise looker mailboxlayer'.split(
    ' ',
  ),
  ...'mailchimp mailerlite mailgun mailjet mailmodo mailsac mandrill mapbox mapquest mattermost maxmind'.split(' '),
  ...'meraki messagebird message_bird message-bird metabase mistral mixpanel mockaroo moosend moralis'.split(' '),
  ...'netlify netsuite newrelic new_relic new-relic newsapi nexmo ngrok numverify nutritionix nylas nytimes'.split(' '),
  ...'newyorktimes okta omnisend onelogin onesignal onfleet opencage openweather opsgenie packagecloud'.split(' '),
  ...'pagerduty pager_duty pandadoc parsehub pastebin paymongo paypal paystack pdfshift pipedream pipedrive'.split(' '),
  ...'pivotaltracker pixabay plaid planetscale planyo plivo podio poloniex portainer positionstack postmark'.split(' '),
  ...'privateai private_ai private-ai prodpad pubnub pushbullet pushover qualaroo qubole rapid7 rapidapi'.split(' '),
  ...'razorpay rebrandly ringcentral rocketreach route4me salesforce saucelabs scaleway scraperapi'.split(' '),
  ...'scrapingbee securitytrails sendbird sendgrid sendinblue sentry serpstack shodan shopify shutterstock'.split(' '),
  ...'sidekiq signalwire slack smartsheet smartystreets snipcart snowflake snyk sonarcloud sonarqube'.split(' '),
  ...'sparkpost splunk spotify squarespace statuscake statuspage storyblok strava stytch sumologic sumo_'.split(' '),
  ...'supabase surveysparrow swiftype tableau taxjar telegram telnyx thousandeyes ticketmaster tiingo'.split(' '),
  ...'todoist toggl tomtom travisci travis-ci travis_ trello twilio twitch twitter typeform unsplash'.split(' '),
  ...'uploadcare uptimerobot urlscan vagrantcloud vercel virustotal vonage vultr weatherbit weatherstack'.split(' '),
  ...'webex webflow wepay wistia wrike yandex yelp youtube zapier zendesk zenrows zenscrape zeplin'.split(' '),
  ...'zerobounce zerotier zoho bot_token'.split(' '),
  'bot token',
];
