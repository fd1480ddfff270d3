export const gases = {
  CH4: 'methane',
  CO: 'carbon monoxide',
  O2: 'oxygen',
  CO2: 'carbon dioxide',
  H2S: 'hydrogen sulphide',
  SO2: 'sulphur dioxide',
  NO2: 'nitrogen dioxide',
  NH3: 'ammonia',
  H2: 'hydrogen',
  HCN: 'hydrogen cyanide',
  ClO2: 'chlorine dioxide',
  COMB: 'combustible gas',
  unknown: 'gas not known',
  hydrogen: 'hydrogen',
  hydrogen_mixture: 'hydrogen mixture',
  light_gas: 'light gas',
  medium_gas: 'medium gas',
  heavy_gas: 'heavy gas',
} as const;

export const places = {
  mainReturn: 'Main return',
  wingReturn: 'Wing return',
  districtReturn: 'District return',
  faceReturn: 'Coal face return',
  headingReturn: 'Heading return',
  faceAirflow: 'Coal face airflow',
  headingAirflow: 'Heading airflow',
  blastingWithin20m: 'Within 20 m of blasting',
  motorWithin20m: 'Within 20 m of a motor',
  localAccumulation: 'Local accumulation',
  face: 'Coal face',
  returnCorner: 'Return corner',
  faceReturnMiddle: 'Middle of face return',
  faceIntakeOutburst: 'Outburst face intake',
  seriesFaceIntake: 'Series face intake',
  shearer: 'Shearer',
  headingFace: 'Heading face',
  headingMiddle: 'Middle of heading',
  headingIntakeOutburst: 'Outburst heading intake',
  seriesLocalFan: 'Before series local fan',
  continuousMiner: 'Continuous miner',
  trolleyLoading: 'Trolley loading point',
  batteryLoco: 'Battery locomotive',
  dieselVehicle: 'Diesel vehicle',
  beltReturnShaft: 'Belt return shaft',
  coalBunker: 'Coal bunker',
  surfaceDrainagePumpRoom: 'Surface pump room',
  tempPumpStationFence: 'Pump station fence',
  faceIntake: 'Coal face intake',
  chargingRoom: 'Charging room',
  other: 'Another place',
} as const;

/** Places that repeat in the checklist and have no code of their own. */
export const placeKinds = {
  probeSite: 'Probing site',
  pumpRoom: 'Pump room and sumps',
  zone: 'Zone',
} as const;

export const inspectionKinds = {
  planned: 'Planned inspection',
  special: 'Special inspection',
  random: 'Random inspection',
  unannounced: 'Unannounced inspection',
} as const;

export const hydroTypes = { simple: 'simple', medium: 'medium', complex: 'complex', extreme: 'very complex' } as const;

export const roles = { inspector: 'Inspector', lead: 'Lead', province: 'Province' } as const;
